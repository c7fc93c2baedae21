package org.mizan.core.protocol;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;

/**
 * An error as the client is told it (PROTOCOL §5).
 *
 * @param status the HTTP status, 400 to 599
 * @param code the protocol's or the application's code
 * @param message for people; must name no class and nothing of the inside
 * @param details what a program can use; empty when there is nothing, never left out
 * @param id stands in the server's log beside the cause
 */
public record MizanError(int status, String code, String message, JsonObject details, String id) {

    /**
     * Checks the status.
     *
     * @throws IllegalArgumentException when it is not that of an error
     */
    public MizanError {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status " + status + " is not one of 400 to 599");
        }
    }

    /** Creates an error with one of the protocol's codes and its status. */
    public MizanError(ErrorCode code, String message, JsonObject details, String id) {
        this(code.status(), code.name(), message, details, id);
    }

    /** The body of the answer: {@code {"error": {"code", "message", "details", "id"}}}. */
    public JsonObject toJson(JsonProvider json) {
        return json.createObjectBuilder()
                .add(
                        "error",
                        json.createObjectBuilder()
                                .add("code", code)
                                .add("message", message)
                                .add("details", details)
                                .add("id", id))
                .build();
    }
}
