package org.mizan.cdi.route;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mizan.core.call.BodyReader;
import org.mizan.core.call.Refusal;
import org.mizan.core.call.Routes;
import org.mizan.core.protocol.ErrorCode;
import org.mizan.core.protocol.QueryString;

/** Collects the arguments of a request to a route: from its path, its query, and its form or JSON body. */
final class RouteRequest {
    private final HttpServletRequest request;
    private final Map<String, String> pathParameters;
    private final BodyReader bodies;

    RouteRequest(HttpServletRequest request, Map<String, String> pathParameters, BodyReader bodies) {
        this.request = request;
        this.pathParameters = pathParameters;
        this.bodies = bodies;
    }

    /** Reads them; text that is not UTF-8 or badly encoded is refused with the parameter's name. */
    Routes.Content read() throws IOException {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        pathParameters.forEach((name, raw) -> texts.put(name, decoded(name, raw)));
        merge(texts, QueryString.parse(request.getQueryString()));
        var type = request.getContentType() == null ? "" : BodyReader.mediaType(request.getContentType());
        if (!hasBody(type)) {
            return new Routes.Content(texts, null);
        }
        switch (type) {
            case "application/json" -> {
                var body = body();
                return new Routes.Content(texts, body.length == 0 ? null : body);
            }
            case "application/x-www-form-urlencoded" -> {
                merge(texts, QueryString.parse(new String(body(), StandardCharsets.ISO_8859_1)));
                return new Routes.Content(texts, null);
            }
            default ->
                throw new Refusal(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The body must be a form or application/json.");
        }
    }

    /** A body of unknown length need not say so in HTTP/2; then its type has to. */
    private boolean hasBody(String type) {
        long length = request.getContentLengthLong();
        return length > 0 || length < 0 && (!type.isEmpty() || request.getHeader("Transfer-Encoding") != null);
    }

    private byte[] body() throws IOException {
        return bodies.read(request.getInputStream(), request.getContentLengthLong());
    }

    /** In a path a plus is a plus. */
    private static List<String> decoded(String name, String raw) {
        var parsed = QueryString.parse(name + "=" + raw.replace("+", "%2B").replace("&", "%26"));
        return parsed.getOrDefault(name, List.of());
    }

    private static void merge(Map<String, List<String>> into, Map<String, List<String>> more) {
        more.forEach((name, values) -> {
            var all = new ArrayList<>(into.getOrDefault(name, List.of()));
            all.addAll(values);
            into.put(name, all);
        });
    }
}
