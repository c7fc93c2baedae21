package org.mizan.core.bind;

/** A value that does not fit its declared type; both texts are fit for the client. */
public final class BindException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * Creates one.
     *
     * @param path where, as {@code filter.prices[2].amount}
     * @param problem what is expected there, as {@code "expects a whole number"}; never text of the request
     */
    public BindException(String path, String problem) {
        super(problem, null, false, false);
        this.path = path;
    }

    /** Where. */
    public String path() {
        return path;
    }

    /** What is expected there. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
