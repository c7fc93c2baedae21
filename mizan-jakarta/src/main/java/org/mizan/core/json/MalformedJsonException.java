package org.mizan.core.json;

/**
 * A text that is not the JSON that {@link StrictJson} accepts.
 *
 * <p>Its message says what is wrong and where, quotes nothing of the text and names no class, so it may be sent to the
 * client that wrote the text.
 */
public final class MalformedJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final long column;

    /**
     * Creates the exception.
     *
     * @param problem what is wrong, as {@code "duplicate member"}
     * @param line the line it was noticed in, from 1
     * @param column the character of that line, from 1; the fault may lie a little before it
     */
    public MalformedJsonException(String problem, long line, long column) {
        super(problem + " at line " + line + ", column " + column);
        this.line = line;
        this.column = column;
    }

    /** The line in which the fault was noticed, from 1. */
    public long line() {
        return line;
    }

    /** The UTF-16 code unit of the line at, or shortly after, which the fault lies; from 1. */
    public long column() {
        return column;
    }
}
