package org.mizan;

import java.util.Map;

/**
 * An answer that the application gives on purpose: a 4xx status with a code of its own (PROTOCOL §5).
 *
 * <p>Its message and details are sent to the client as they are; those of every other exception never are.
 */
public class MizanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, ?> details;

    /**
     * Creates an answer.
     *
     * @param status the HTTP status, 400 to 499
     * @param code the application's code, in capitals by custom, as {@code OUT_OF_STOCK}
     * @param message the text for the client
     * @param details members of the error's {@code details}, of types that have a JSON form
     */
    public MizanException(int status, String code, String message, Map<String, ?> details) {
        super(message);
        if (status < 400 || status > 499) {
            throw new IllegalArgumentException("status " + status + " is not one of 400 to 499");
        }
        this.status = status;
        this.code = code;
        this.details = Map.copyOf(details);
    }

    /** Creates an answer without details. */
    public MizanException(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    /** The HTTP status. */
    public final int status() {
        return status;
    }

    /** The application's code. */
    public final String code() {
        return code;
    }

    /** The details; unmodifiable, empty after serialisation. */
    public final Map<String, ?> details() {
        return details == null ? Map.of() : details;
    }
}
