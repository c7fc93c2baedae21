package org.mizan.bench.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection that stays open. A plain socket, so that the server has as much of the machine as can be. */
final class Connection implements AutoCloseable {
    private static final String LENGTH = "content-length:";
    private static final String CHUNKED = "transfer-encoding: chunked";
    private static final int SIXTEEN = 16;

    private final Socket socket;
    private final InputStream in;
    private long bytes;

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
    }

    void send(Request request) throws IOException {
        socket.getOutputStream().write(request.bytes());
        bytes += request.bytes().length;
    }

    /** The body of the next answer; anything but 200 is an exception. */
    byte[] receive() throws IOException {
        var status = line();
        int length = -1;
        boolean chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            chunked |= lower.startsWith(CHUNKED);
            if (lower.startsWith(LENGTH)) {
                length = Integer.parseInt(header.substring(LENGTH.length()).trim());
            }
        }
        if (!chunked && length < 0) {
            throw new IOException("an answer without a length: " + status);
        }
        var body = chunked ? chunks() : exactly(length);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status + ": " + new String(body, StandardCharsets.UTF_8));
        }
        return body;
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        int size;
        do {
            size = Integer.parseInt(line(), SIXTEEN);
            body.write(exactly(size));
            line();
        } while (size > 0);
        return body.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        bytes += length;
        return in.readNBytes(length);
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            bytes++;
            if (c != '\r') {
                line.append((char) c);
            }
        }
        bytes++;
        return line.toString();
    }

    /** Sent and received so far. */
    long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
