package org.mizan.bench.ssr;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection as a browser has it; a plain socket, so that the server has as much of the machine as can be. */
final class PageConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 20_000;
    private static final int HEXADECIMAL = 16;

    private final Socket socket;
    private final InputStream in;

    PageConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /** A page but for what differs from one request to the next. */
    static String withoutEnvironment(String page) {
        return page.replaceAll("\"now\":\\d+,\"seed\":\\d+| nonce=\"[^\"]*\"", "");
    }

    String text(String path) throws IOException {
        return new String(get(path), StandardCharsets.UTF_8);
    }

    byte[] get(String path) throws IOException {
        var request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + socket.getPort()
                + "\r\nAccept: text/html\r\nAccept-Language: en\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var status = line();
        int length = -1;
        boolean chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith("content-length:")) {
                length = Integer.parseInt(name.substring(name.indexOf(':') + 1).trim());
            }
            chunked |= name.startsWith("transfer-encoding:") && name.contains("chunked");
        }
        var body = chunked ? chunks() : in.readNBytes(length);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(path + ": " + status);
        }
        return body;
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream(1 << 16);
        while (true) {
            int length = Integer.parseInt(line().trim(), HEXADECIMAL);
            body.writeBytes(in.readNBytes(length));
            line();
            if (length == 0) {
                return body.toByteArray();
            }
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
