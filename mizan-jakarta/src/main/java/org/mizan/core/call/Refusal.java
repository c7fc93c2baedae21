package org.mizan.core.call;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.mizan.core.protocol.ErrorCode;

/** Ends a request with one of the protocol's errors; control flow, so without a stack trace. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient JsonObject details;

    /** Creates one with details. */
    public Refusal(ErrorCode code, String message, JsonObject details) {
        super(message, null, false, false);
        this.code = code;
        this.details = details;
    }

    /** Creates one without details. */
    public Refusal(ErrorCode code, String message) {
        this(code, message, JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The protocol's code. */
    public ErrorCode code() {
        return code;
    }

    /** The text for the client. */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** What a program can use. */
    public JsonObject details() {
        return details;
    }
}
