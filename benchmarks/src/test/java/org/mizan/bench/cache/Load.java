package org.mizan.bench.cache;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The same request again and again over a few connections that stay open. Plain sockets, so that the server has as much
 * of the machine as can be.
 */
final class Load {
    private static final int CONNECTIONS = 6;
    private static final String LENGTH = "content-length:";

    private final int port;
    private final byte[] request;
    private final byte[] expected;

    /** Creates a load whose answers must have such a body. */
    Load(int port, String path, String expected) {
        this.port = port;
        this.request = ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAccept: application/json\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        this.expected = expected.getBytes(StandardCharsets.UTF_8);
    }

    /** Answers per second. */
    double perSecond(int seconds) throws IOException, InterruptedException {
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            long start = System.nanoTime();
            long end = start + TimeUnit.SECONDS.toNanos(seconds);
            var counts = new ArrayList<Future<Long>>();
            for (int i = 0; i < CONNECTIONS; i++) {
                Callable<Long> connection = () -> until(end);
                counts.add(threads.submit(connection));
            }
            long answers = 0;
            for (var count : counts) {
                answers += count.get();
            }
            return answers * 1e9 / (System.nanoTime() - start);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private long until(long end) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(10_000);
            var in = new BufferedInputStream(socket.getInputStream(), 16_384);
            var out = socket.getOutputStream();
            long answers = 0;
            while (System.nanoTime() - end < 0) {
                out.write(request);
                var body = answer(in);
                if (!Arrays.equals(body, expected)) {
                    throw new IOException("another body: " + new String(body, StandardCharsets.UTF_8));
                }
                answers++;
            }
            return answers;
        }
    }

    private static byte[] answer(InputStream in) throws IOException {
        var status = line(in);
        int length = -1;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(header.substring(LENGTH.length()).trim());
            }
        }
        if (!status.startsWith("HTTP/1.1 200") || length < 0) {
            throw new IOException("not 200 with a length: " + status);
        }
        return in.readNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
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
}
