package org.mizan.it.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A request that is being spoilt. Its head is written in ISO-8859-1: each character is one byte. */
public final class Draft {
    String method;
    String target;
    String version = "HTTP/1.1";
    String lineEnd = "\r\n";
    final List<Header> headers = new ArrayList<>();
    byte[] body;
    /** The body as it is sent, should that differ. */
    byte[] wireBody;
    /** Whether a length is announced: the true one. */
    boolean length = true;
    /** Whether both sides surely agree where the request ends. */
    boolean framed = true;
    /** Whether the server may rightly go on waiting for more. */
    boolean endless;
    /** What was done to it. */
    final List<String> story = new ArrayList<>();

    /** A header. */
    public record Header(String name, String value) {}

    Draft(String method, String target, byte[] body) {
        this.method = method;
        this.target = target;
        this.body = body;
    }

    Draft with(String name, String value) {
        headers.add(new Header(name, value));
        return this;
    }

    /** Which header has the name, the first of them; −1 when none has. */
    int at(String name) {
        for (int i = 0; i < headers.size(); i++) {
            if (headers.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    void set(String name, String value) {
        int at = at(name);
        if (at < 0) {
            with(name, value);
        } else {
            headers.set(at, new Header(name, value));
        }
    }

    /** From now on nobody knows how the server reads on. */
    void unframed(String why) {
        framed = false;
        story.add(why);
    }

    /** Whether the connection can be used for the next one: nobody agrees on the content of a {@code TRACE} (RFC 9110 §9.3.8). */
    boolean isFramed() {
        return framed && !(method.equals("TRACE") && body.length > 0);
    }

    boolean head() {
        return method.toUpperCase(Locale.ROOT).equals("HEAD");
    }

    String requestLine() {
        return method + ' ' + target + (version.isEmpty() ? "" : " " + version);
    }

    byte[] bytes() {
        var head = new StringBuilder(requestLine()).append(lineEnd);
        headers.forEach(header ->
                head.append(header.name()).append(": ").append(header.value()).append(lineEnd));
        if (length && (body.length > 0 || !method.equals("GET"))) {
            head.append("Content-Length: ").append(body.length).append(lineEnd);
        }
        head.append(lineEnd);
        var out = new ByteArrayOutputStream();
        out.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(wireBody == null ? body : wireBody);
        return out.toByteArray();
    }
}
