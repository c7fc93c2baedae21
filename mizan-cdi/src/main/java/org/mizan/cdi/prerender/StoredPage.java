package org.mizan.cdi.prerender;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.mizan.core.cache.entry.Body;

/** A page as it is kept: its headers, one a line, an empty line, and its bytes. */
final class StoredPage {
    private static final String END_OF_LINE = "\r\n";

    private StoredPage() {}

    static byte[] of(Map<String, List<String>> headers, ByteBuffer page) {
        var head = new StringBuilder();
        headers.forEach((name, values) -> values.forEach(
                value -> head.append(name).append(": ").append(value).append(END_OF_LINE)));
        var bytes = head.append(END_OF_LINE).toString().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(bytes.length + page.remaining())
                .put(bytes)
                .put(page)
                .array();
    }

    /** Answers with a kept page; to a HEAD with its headers alone. */
    static void send(Body kept, boolean head, HttpServletResponse response) throws IOException {
        var bytes = kept.bytes();
        int at = kept.offset();
        var last = "";
        for (int end = endOfLine(bytes, at); end > at; end = endOfLine(bytes, at)) {
            last = header(new String(bytes, at, end - at, StandardCharsets.UTF_8), last, response);
            at = end + END_OF_LINE.length();
        }
        at += END_OF_LINE.length();
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length - at);
        if (!head) {
            response.getOutputStream().write(bytes, at, bytes.length - at);
        }
    }

    /** Sets a header, or adds to the one before, which was its first line. */
    private static String header(String line, String last, HttpServletResponse response) {
        int colon = line.indexOf(": ");
        var name = line.substring(0, colon);
        var value = line.substring(colon + 2);
        if (name.equalsIgnoreCase("Content-Type")) {
            response.setContentType(value);
        } else if (name.equals(last)) {
            response.addHeader(name, value);
        } else {
            response.setHeader(name, value);
        }
        return name;
    }

    private static int endOfLine(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] != '\r' || bytes[at + 1] != '\n') {
            at++;
        }
        return at;
    }
}
