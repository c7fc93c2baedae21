package org.mizan.cdi.answer;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.mizan.core.cache.report.CacheStatus;
import org.mizan.core.call.Answer;
import org.mizan.core.protocol.ErrorCode;

/** Sends answers of the library: JSON in UTF-8 that nobody may store or take for something else. */
public final class Answers {
    private static final String RETRY_AFTER_SECONDS = "1";

    private Answers() {}

    /** An answer as a Jakarta REST response. */
    public static Response response(Answer answer) {
        var response = Response.status(answer.status());
        extras(answer).forEach(response::header);
        return response.type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .entity(answer.body().getBytes(StandardCharsets.UTF_8))
                .build();
    }

    /** The headers that only some answers have. */
    private static Map<String, String> extras(Answer answer) {
        if (answer.status() == ErrorCode.UNAVAILABLE.status()) {
            return Map.of("Retry-After", RETRY_AFTER_SECONDS);
        }
        var cache = answer.cache();
        return cache == null ? Map.of() : Map.of(CacheStatus.HEADER, cache.toHeader());
    }

    /** An answer without a body. */
    public static Response nothing() {
        return Response.noContent().header("Cache-Control", "no-store").build();
    }

    /** Sends an answer through a servlet response. */
    public static void send(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Cache-Control", "no-store");
        extras(answer).forEach(response::setHeader);
        if (answer.status() == HttpServletResponse.SC_NO_CONTENT) {
            return;
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(MediaType.APPLICATION_JSON);
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
