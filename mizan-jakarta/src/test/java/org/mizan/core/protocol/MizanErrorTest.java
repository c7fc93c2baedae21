package org.mizan.core.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MizanErrorTest {

    /** PROTOCOL §5, the whole table: a code or status that changes breaks clients. */
    @Test
    void codes_listed_areThoseOfTheProtocol() {
        assertEquals(
                "400 BAD_REQUEST, 401 UNAUTHORIZED, 403 FORBIDDEN, 404 NOT_FOUND, 405 METHOD_NOT_ALLOWED,"
                        + " 409 STALE_CLIENT, 413 PAYLOAD_TOO_LARGE, 415 UNSUPPORTED_MEDIA_TYPE,"
                        + " 422 VALIDATION_FAILED, 500 INTERNAL_ERROR, 503 UNAVAILABLE",
                Arrays.stream(ErrorCode.values())
                        .map(code -> code.status() + " " + code)
                        .collect(Collectors.joining(", ")));
    }

    @Test
    void error_written_hasItsFourMembers() {
        MizanError error =
                new MizanError(ErrorCode.NOT_FOUND, "no function \"x\"", JsonValue.EMPTY_JSON_OBJECT, "id-1");
        assertEquals(404, error.status());
        assertEquals(
                "{\"error\":{\"code\":\"NOT_FOUND\",\"message\":\"no function \\\"x\\\"\",\"details\":{},\"id\":\"id-1\"}}",
                error.toJson(Vectors.JSON).toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 200, 302, 399, 600})
    void statusOfASuccess_given_isRefused(int status) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new MizanError(status, "OUT_OF_STOCK", "", JsonValue.EMPTY_JSON_OBJECT, ""));
    }
}
