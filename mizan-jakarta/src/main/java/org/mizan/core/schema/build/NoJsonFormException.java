package org.mizan.core.schema.build;

/** A Java type that has no exact form in JSON. */
final class NoJsonFormException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    NoJsonFormException(String type, String why, String remedy) {
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

    String remedy() {
        return remedy;
    }
}
