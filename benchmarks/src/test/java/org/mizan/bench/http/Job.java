package org.mizan.bench.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * What a client has to do, again and again: one step after the other, the requests of a step at the same time over
 * connections of their own, as browsers send them. Each client's first answers are parsed and must be what is
 * expected; all others must be equal to them, byte for byte.
 */
record Job(int port, List<List<Request>> steps) {
    Job {
        steps = List.copyOf(steps);
    }

    /** A job of one request. */
    static Job of(int port, Request request) {
        return new Job(port, List.of(List.of(request)));
    }

    /**
     * What some seconds of it gave.
     *
     * @param nanos of each, sorted
     * @param bytes sent and received, for one
     */
    record Outcome(double perSecond, long[] nanos, double bytes) {
        double micros(double quantile) {
            return nanos[(int) (quantile * (nanos.length - 1))] / 1e3;
        }
    }

    int requests() {
        return steps.stream().mapToInt(List::size).sum();
    }

    Outcome run(int clients, double seconds) throws IOException, InterruptedException {
        var threads = Executors.newFixedThreadPool(clients);
        try {
            long start = System.nanoTime();
            long end = start + (long) (seconds * 1e9);
            var futures = new ArrayList<Future<Client>>();
            for (int i = 0; i < clients; i++) {
                Callable<Client> client = () -> new Client().until(end);
                futures.add(threads.submit(client));
            }
            long bytes = 0;
            var nanos = LongStream.empty();
            for (var future : futures) {
                var client = future.get();
                bytes += client.bytes;
                nanos = LongStream.concat(nanos, Arrays.stream(client.nanos, 0, client.done));
            }
            double taken = (System.nanoTime() - start) / 1e9;
            var sorted = nanos.sorted().toArray();
            return new Outcome(sorted.length / taken, sorted, (double) bytes / sorted.length);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    private final class Client {
        private final Map<Request, byte[]> expected = new HashMap<>();
        private long[] nanos = new long[1 << 12];
        private int done;
        private long bytes;

        Client until(long end) throws IOException {
            int width = steps.stream().mapToInt(List::size).max().orElse(0);
            var connections = new ArrayList<Connection>();
            try {
                for (int i = 0; i < width; i++) {
                    connections.add(new Connection(port));
                }
                for (long now = System.nanoTime(); now - end < 0; ) {
                    once(connections);
                    long then = System.nanoTime();
                    if (done == nanos.length) {
                        nanos = Arrays.copyOf(nanos, 2 * done);
                    }
                    nanos[done++] = then - now;
                    now = then;
                }
            } finally {
                for (var connection : connections) {
                    bytes += connection.bytes();
                    connection.close();
                }
            }
            return this;
        }

        private void once(List<Connection> connections) throws IOException {
            for (var step : steps) {
                for (int i = 0; i < step.size(); i++) {
                    connections.get(i).send(step.get(i));
                }
                for (int i = 0; i < step.size(); i++) {
                    check(step.get(i), connections.get(i).receive());
                }
            }
        }

        private void check(Request request, byte[] body) throws IOException {
            var first = expected.putIfAbsent(request, body);
            boolean right = first == null ? request.answeredBy(body) : Arrays.equals(first, body);
            if (!right) {
                throw new IOException("not what was expected: " + new String(body, StandardCharsets.UTF_8));
            }
        }
    }
}
