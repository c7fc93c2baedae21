package org.mizan.it.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A connection that stays open from request to request as long as both sides agree where one ends. For one thread. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    /** An unframed request may be one that the server goes on waiting for. */
    private static final int UNFRAMED_MILLIS = 300;

    private final InetSocketAddress address;
    private Socket socket;
    private InputStream in;
    private Draft before;

    Wire(URI server) {
        this.address = new InetSocketAddress(server.getHost(), server.getPort());
    }

    /**
     * A reply.
     *
     * @param head status line and headers
     */
    record Reply(int status, String head, String body) {
        String text() {
            return head + body;
        }

        boolean has(String header) {
            return head.toLowerCase(Locale.ROOT).contains("\n" + header.toLowerCase(Locale.ROOT) + ":");
        }
    }

    /**
     * Sends a request.
     *
     * @return the replies: one, unless the request was read as several or as none
     */
    List<Reply> send(Draft draft) throws IOException {
        if (!draft.isFramed()) {
            close();
            return alone(draft);
        }
        var bytes = draft.bytes();
        for (boolean again = socket != null; ; again = false) {
            connect(PATIENCE_MILLIS);
            write(bytes);
            var reply = read(draft.head());
            if (reply != null) {
                before = draft;
                if (reply.has("connection")
                        && reply.head().toLowerCase(Locale.ROOT).contains("connection: close")) {
                    close();
                }
                return List.of(reply);
            }
            close();
            if (!again) {
                return List.of();
            }
            // An idle connection may have been closed meanwhile.
        }
    }

    /*
     * Not always half of the connection alone: Grizzly takes the end of the requests for the end of the connection, and
     * sends no answers any more.
     */
    /** Nothing comes after it, so the server need not wait for more, whatever it made of this. */
    private List<Reply> alone(Draft draft) throws IOException {
        var replies = new ArrayList<Reply>();
        boolean head = draft.head();
        try {
            connect(UNFRAMED_MILLIS);
            if (draft.endless) {
                write(draft.bytes());
                socket.shutdownOutput();
            } else {
                write(draft.with("Connection", "close").bytes());
            }
            for (var reply = read(head); reply != null && replies.size() < 10; reply = read(head)) {
                replies.add(reply);
                if (reply.status() == 101) {
                    break;
                }
            }
        } catch (SocketException | SocketTimeoutException e) {
            // It waits for more, or has had enough.
        } finally {
            close();
        }
        return replies;
    }

    /** What was sent before on the connection that is open; null when nothing was. */
    Draft before() {
        return socket == null ? null : before;
    }

    private void connect(int patience) throws IOException {
        if (socket == null) {
            socket = new Socket();
            before = null;
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(patience);
            socket.connect(address, PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        }
    }

    private void write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // The server may have answered and closed before it read everything.
        }
    }

    /** The next reply that is not an interim one; null at the end. */
    private Reply read(boolean head) throws IOException {
        try {
            while (true) {
                var status = line();
                var lines = new StringBuilder(status).append('\n');
                long length = -1;
                boolean chunked = false;
                for (var line = line(); !line.isEmpty(); line = line()) {
                    lines.append(line).append('\n');
                    var lower = line.toLowerCase(Locale.ROOT);
                    if (lower.startsWith("content-length:")) {
                        length = Long.parseLong(lower.substring(15).strip());
                    }
                    chunked |= lower.startsWith("transfer-encoding:");
                }
                int code = code(status);
                boolean bodiless = head || code == 204 || code == 304 || code == 101;
                if (code >= 200 || code == 101) {
                    return new Reply(code, lines.toString(), bodiless ? "" : body(chunked, length));
                }
            }
        } catch (EOFException | SocketException e) {
            return null;
        }
    }

    private static int code(String status) throws EOFException {
        var words = status.split(" ");
        if (words.length < 2 || !words[0].startsWith("HTTP/")) {
            // HTTP/0.9 had no head.
            throw new EOFException(status);
        }
        return Integer.parseInt(words[1]);
    }

    private String body(boolean chunked, long length) throws IOException {
        if (!chunked) {
            var bytes = length < 0 ? in.readAllBytes() : in.readNBytes((int) length);
            return new String(bytes, StandardCharsets.UTF_8);
        }
        var bytes = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            bytes.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private int size() throws IOException {
        return Integer.parseInt(line().split(";")[0].strip(), 16);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // gone already
            }
            socket = null;
        }
    }
}
