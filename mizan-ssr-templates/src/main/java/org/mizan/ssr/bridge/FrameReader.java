package org.mizan.ssr.bridge;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mizan.core.json.MalformedJsonException;
import org.mizan.core.json.StrictJson;

/** Reads what a worker writes, frame by frame. Not thread-safe. */
final class FrameReader {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_HEADER = 1 << 20;
    private static final int DEPTH = 2;

    private final InputStream in;
    private final StrictJson json;
    private final int mostBytes;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;

    /** What a worker says. */
    sealed interface Frame {}

    /** That it can take renders. */
    record Ready() implements Frame {}

    /** That it is well, and how large. */
    record Pong(long rss) implements Frame {}

    /** What it rendered. */
    record Page(long id, Rendered page) implements Frame {}

    /** That what it rendered is too large to be kept. */
    record TooLarge(long id, long length) implements Frame {}

    /** That the view threw. */
    record Thrown(long id, RenderException.Place place) implements Frame {}

    /** Bytes that are no frame. */
    static final class GarbageException extends IOException {
        private static final long serialVersionUID = 1L;

        GarbageException(String message) {
            super(message);
        }
    }

    FrameReader(InputStream in, JsonProvider json, int mostBytes) {
        this.in = in;
        this.json = new StrictJson(json, DEPTH);
        this.mostBytes = mostBytes;
    }

    /**
     * The next frame, waiting for it.
     *
     * @throws GarbageException when what comes is none
     * @throws EOFException when the worker has ended
     */
    Frame next() throws IOException {
        var header = header();
        var thrown = header.get("error");
        if (thrown != null) {
            if (!(thrown instanceof JsonObject error)) {
                throw new GarbageException("it wrote an error that is none");
            }
            return new Thrown(number(header, "id"), place(error));
        }
        if (header.containsKey("length")) {
            return page(header);
        }
        if (header.containsKey("pong")) {
            return new Pong(header.containsKey("rss") ? number(header, "rss") : 0);
        }
        if (header.getBoolean("ready", false)) {
            return new Ready();
        }
        throw new GarbageException("it wrote a line that means nothing: " + header);
    }

    private Frame page(JsonObject header) throws IOException {
        long id = number(header, "id");
        long length = number(header, "length");
        long head = header.containsKey("head") ? number(header, "head") : 0;
        if (length < 0 || length > Integer.MAX_VALUE || head < 0 || head > length) {
            throw new GarbageException("it announced an impossible page: " + header);
        }
        if (length > mostBytes) {
            skip(length);
            return new TooLarge(id, length);
        }
        var lang = header.get("lang") instanceof JsonString text ? text.getString() : null;
        return new Page(id, new Rendered(body((int) length), (int) head, lang));
    }

    private JsonObject header() throws IOException {
        var line = line();
        try {
            if (line.length > 0 && line[0] == '{') {
                return json.parse(line).asJsonObject();
            }
        } catch (MalformedJsonException e) {
            // Reported below, with what it was.
        }
        throw new GarbageException("it wrote what is no frame: '" + beginOf(line) + "'");
    }

    private static String beginOf(byte[] line) {
        var text = new StringBuilder();
        for (int i = 0; i < Math.min(line.length, 80); i++) {
            text.append(line[i] >= ' ' && line[i] < 127 ? (char) line[i] : '?');
        }
        return text.toString();
    }

    private byte[] line() throws IOException {
        int scanned = start;
        byte[] begun = new byte[0];
        while (true) {
            for (; scanned < end; scanned++) {
                if (buffer[scanned] == '\n') {
                    var line = join(begun, scanned);
                    start = scanned + 1;
                    return line;
                }
            }
            begun = join(begun, end);
            if (begun.length > LONGEST_HEADER) {
                throw new GarbageException("it wrote an endless line: '" + beginOf(begun) + "'");
            }
            fill(begun.length == 0);
            scanned = start;
        }
    }

    private byte[] join(byte[] begun, int to) {
        int more = to - start;
        var line = Arrays.copyOf(begun, begun.length + more);
        System.arraycopy(buffer, start, line, begun.length, more);
        return line;
    }

    private void fill(boolean betweenFrames) throws IOException {
        start = 0;
        end = 0;
        int read = in.read(buffer, 0, BUFFER);
        if (read < 0) {
            throw new EOFException(betweenFrames ? "it ended" : "it ended within a frame");
        }
        end = read;
    }

    private byte[] body(int length) throws IOException {
        var body = new byte[length];
        int at = Math.min(length, end - start);
        System.arraycopy(buffer, start, body, 0, at);
        start += at;
        while (at < length) {
            // What is left goes straight to its place, unless it is so little that the next frames come with it.
            if (length - at >= BUFFER) {
                int read = in.read(body, at, length - at);
                if (read < 0) {
                    throw new EOFException("it ended within a page");
                }
                at += read;
            } else {
                fill(false);
                int more = Math.min(length - at, end);
                System.arraycopy(buffer, 0, body, at, more);
                start = more;
                at += more;
            }
        }
        return body;
    }

    private void skip(long length) throws IOException {
        long left = length;
        while (true) {
            int there = (int) Math.min(left, end - start);
            start += there;
            left -= there;
            if (left == 0) {
                return;
            }
            fill(false);
        }
    }

    private static RenderException.Place place(JsonObject error) throws GarbageException {
        return new RenderException.Place(
                error.getString("message", "something"),
                Optional.ofNullable(text(error, "file")),
                error.containsKey("line") ? (int) number(error, "line") : 0,
                error.containsKey("column") ? (int) number(error, "column") : 0,
                error.getString("stack", ""));
    }

    private static @Nullable String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? text.getString() : null;
    }

    private static long number(JsonObject object, String name) throws GarbageException {
        if (object.get(name) instanceof JsonNumber number && number.isIntegral()) {
            return number.longValue();
        }
        throw new GarbageException("it wrote a frame without a number '" + name + "'");
    }
}
