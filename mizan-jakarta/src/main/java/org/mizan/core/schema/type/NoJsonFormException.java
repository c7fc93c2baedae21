package org.mizan.core.schema.type;

/** A Java type that has no exact form in JSON. */
public final class NoJsonFormException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * Creates one.
     *
     * @param type the type, as its author would write it
     * @param why what is wrong with it, the rest of a sentence that begins with the type
     * @param remedy what to do about it
     */
    public NoJsonFormException(String type, String why, String remedy) {
        super(type + " " + why, null, false, false);
        this.remedy = remedy;
    }

    private NoJsonFormException(String message, String remedy) {
        super(message, null, false, false);
        this.remedy = remedy;
    }

    /** The same, found in a property. */
    NoJsonFormException in(Class<?> type, String property) {
        return new NoJsonFormException(getMessage() + ", in " + type.getSimpleName() + "." + property, remedy);
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
