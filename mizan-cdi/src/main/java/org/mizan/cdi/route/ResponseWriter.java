package org.mizan.cdi.route;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.mizan.core.bind.JsonMapper;

/** Writes a Jakarta REST response where there is no Jakarta REST: text, bytes and streams as they are, the rest as JSON. */
final class ResponseWriter {
    private final JsonMapper mapper;

    ResponseWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    void write(Response from, HttpServletResponse to) throws IOException {
        var entity = from.getEntity();
        var bytes = entity == null || entity instanceof StreamingOutput || entity instanceof InputStream
                ? null
                : bytes(entity, from);
        to.setStatus(from.getStatus());
        from.getStringHeaders().forEach((name, values) -> {
            boolean first = true;
            for (var value : values) {
                if (first) {
                    to.setHeader(name, value);
                } else {
                    to.addHeader(name, value);
                }
                first = false;
            }
        });
        if (entity != null && from.getMediaType() == null) {
            to.setHeader(HttpHeaders.CONTENT_TYPE, mediaType(entity));
        }
        var out = to.getOutputStream();
        if (entity instanceof StreamingOutput streaming) {
            streaming.write(out);
        } else if (entity instanceof InputStream in) {
            try (in) {
                in.transferTo(out);
            }
        } else if (bytes != null) {
            to.setContentLength(bytes.length);
            out.write(bytes);
        }
    }

    private byte[] bytes(Object entity, Response from) {
        if (entity instanceof byte[] bytes) {
            return bytes;
        }
        if (entity instanceof CharSequence text) {
            var charset = from.getMediaType() == null
                    ? null
                    : from.getMediaType().getParameters().get(MediaType.CHARSET_PARAMETER);
            return text.toString()
                    .getBytes(charset == null ? StandardCharsets.UTF_8 : java.nio.charset.Charset.forName(charset));
        }
        return mapper.toJson(entity).getBytes(StandardCharsets.UTF_8);
    }

    private static String mediaType(Object entity) {
        if (entity instanceof CharSequence) {
            return "text/plain;charset=UTF-8";
        }
        boolean raw = entity instanceof byte[] || entity instanceof StreamingOutput || entity instanceof InputStream;
        return raw ? MediaType.APPLICATION_OCTET_STREAM : MediaType.APPLICATION_JSON;
    }
}
