package org.mizan.core.protocol;

/**
 * The protocol's own error codes with their HTTP status (PROTOCOL §5); the constants' names are the codes on the wire.
 *
 * <p>An application adds codes of its own with {@link org.mizan.MizanException}.
 */
public enum ErrorCode {
    /** Malformed body, argument that does not bind, unknown or missing parameter. */
    BAD_REQUEST(400),
    /** A token is invalid or expired, or a caller is needed. */
    UNAUTHORIZED(401),
    /** Internal function, wrong role, guard said no, CSRF. */
    FORBIDDEN(403),
    /** Unknown function or context. */
    NOT_FOUND(404),
    /** Another method than the endpoint has. */
    METHOD_NOT_ALLOWED(405),
    /** What would be a 400 or 404, from a client that was generated from another schema. */
    STALE_CLIENT(409),
    /** A body beyond {@code mizan.max-body}. */
    PAYLOAD_TOO_LARGE(413),
    /** A call that is not {@code application/json}. */
    UNSUPPORTED_MEDIA_TYPE(415),
    /** Bean Validation of the function's own parameters. */
    VALIDATION_FAILED(422),
    /** Anything else; the message says nothing about the inside. */
    INTERNAL_ERROR(500),
    /** Refused under load. */
    UNAVAILABLE(503);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
