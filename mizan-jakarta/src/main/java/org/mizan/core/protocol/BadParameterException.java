package org.mizan.core.protocol;

/**
 * A parameter of a request that cannot be understood: what becomes a 400 naming the parameter (PROTOCOL §4).
 *
 * <p>The message may be sent to the client: of what the client wrote it repeats only the parameter's name, shortened
 * to 64 characters and without control characters.
 */
public final class BadParameterException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NAME = 64;

    private final String parameter;
    private final String problem;

    /**
     * Creates the exception.
     *
     * @param parameter the name, as the client sent it
     * @param problem what is wrong, as {@code "given twice"}
     */
    public BadParameterException(String parameter, String problem) {
        super("parameter '" + printable(parameter) + "': " + problem);
        this.parameter = printable(parameter);
        this.problem = problem;
    }

    private static String printable(String name) {
        StringBuilder out = new StringBuilder();
        name.codePoints()
                .limit(LONGEST_NAME + 1L)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '\uFFFD' : c)
                .forEach(out::appendCodePoint);
        if (out.codePointCount(0, out.length()) > LONGEST_NAME) {
            out.setLength(out.offsetByCodePoints(0, LONGEST_NAME));
            out.append('…');
        }
        return out.toString();
    }

    /** The name, fit to be shown. */
    public String parameter() {
        return parameter;
    }

    /** What is wrong with it. */
    public String problem() {
        return problem;
    }
}
