package org.mizan.cdi.prerender;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A response that holds a page back until it is whole, up to a size; beyond that, and once {@link #pass} was called,
 * everything goes to the real response at once. Thread-safe, for an asynchronous answer may still be written.
 */
final class CapturedResponse extends HttpServletResponseWrapper {
    private final int most;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Held held = new Held();
    private final Output output = new Output();
    private @Nullable PrintWriter writer;
    private boolean flushed;
    private boolean passing;

    /** What was written so far. */
    private static final class Held extends ByteArrayOutputStream {
        ByteBuffer content() {
            return ByteBuffer.wrap(buf, 0, count);
        }
    }

    CapturedResponse(HttpServletResponse response, int most) {
        super(response);
        this.most = most;
    }

    /** Whether nothing of the page has gone out, and nothing but it will. */
    synchronized boolean isWhole() {
        if (passing) {
            // Asynchronously it may be answered by now, and must not be asked for anything any more.
            return false;
        }
        if (writer != null) {
            writer.flush();
        }
        return !passing && !super.isCommitted();
    }

    private synchronized boolean isPassing() {
        return passing;
    }

    /** The bytes of the page. */
    synchronized ByteBuffer content() {
        return held.content();
    }

    /** The headers that were set or added. */
    synchronized Map<String, List<String>> headers() {
        return new TreeMap<>(headers);
    }

    /** Sends what was held back, and holds nothing back any more. */
    synchronized void pass() throws IOException {
        if (passing) {
            return;
        }
        if (writer != null) {
            writer.flush();
        }
        begin();
        if (flushed) {
            super.flushBuffer();
        }
    }

    /** Sends what is still held back: the answer has ended, unless it goes on asynchronously. */
    synchronized void end() throws IOException {
        if (passing && writer != null) {
            writer.flush();
        }
        pass();
    }

    private void begin() throws IOException {
        passing = true;
        if (held.size() > 0) {
            var content = held.content();
            super.getOutputStream().write(content.array(), 0, content.limit());
            held.reset();
        }
    }

    private synchronized void write(byte[] bytes, int from, int length) throws IOException {
        if (!passing && held.size() + length > most) {
            begin();
        }
        if (passing) {
            super.getOutputStream().write(bytes, from, length);
        } else {
            held.write(bytes, from, length);
        }
    }

    private final class Output extends ServletOutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            CapturedResponse.this.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            flushBuffer();
        }

        @Override
        public boolean isReady() {
            try {
                return !isPassing() || CapturedResponse.super.getOutputStream().isReady();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            try {
                pass();
                CapturedResponse.super.getOutputStream().setWriteListener(listener);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return output;
    }

    @Override
    public synchronized PrintWriter getWriter() throws IOException {
        if (writer == null && passing) {
            return super.getWriter();
        }
        if (writer == null) {
            // As the container's own writer: from now on the type names the encoding.
            super.setCharacterEncoding(getCharacterEncoding());
            writer = new PrintWriter(new OutputStreamWriter(output, getCharacterEncoding()));
        }
        return writer;
    }

    @Override
    public synchronized void flushBuffer() throws IOException {
        flushed = true;
        if (passing) {
            super.flushBuffer();
        }
    }

    @Override
    public synchronized boolean isCommitted() {
        return flushed || super.isCommitted();
    }

    @Override
    public synchronized void resetBuffer() {
        super.resetBuffer();
        held.reset();
    }

    @Override
    public synchronized void reset() {
        super.reset();
        held.reset();
        headers.clear();
        writer = null;
    }

    @Override
    public synchronized void sendError(int status) throws IOException {
        passing = true;
        super.sendError(status);
    }

    @Override
    public synchronized void sendError(int status, String message) throws IOException {
        passing = true;
        super.sendError(status, message);
    }

    @Override
    public synchronized void sendRedirect(String location) throws IOException {
        passing = true;
        super.sendRedirect(location);
    }

    @Override
    public void addCookie(Cookie cookie) {
        note("Set-Cookie", cookie.getName(), true);
        super.addCookie(cookie);
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        note(name, value, false);
        super.setHeader(name, value);
    }

    @Override
    public void addHeader(String name, @Nullable String value) {
        note(name, value, true);
        super.addHeader(name, value);
    }

    @Override
    public void setIntHeader(String name, int value) {
        setHeader(name, Integer.toString(value));
    }

    @Override
    public void addIntHeader(String name, int value) {
        addHeader(name, Integer.toString(value));
    }

    @Override
    public void setDateHeader(String name, long date) {
        super.setDateHeader(name, date);
        note(name, getHeader(name), false);
    }

    @Override
    public void addDateHeader(String name, long date) {
        super.addDateHeader(name, date);
        note(name, getHeader(name), true);
    }

    private synchronized void note(String name, @Nullable String value, boolean add) {
        var values = headers.computeIfAbsent(name, first -> new ArrayList<>());
        if (!add) {
            values.clear();
        }
        if (value != null) {
            values.add(value);
        }
    }
}
