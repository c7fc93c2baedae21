package org.mizan.core.cache.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A network between clients and one server on the loopback interface that can be made slow, silent or broken.
 *
 * <p>What is changed holds at once, for open connections too, until it is changed back. Bytes are never reordered
 * within a connection. When one side ends its stream, both connections are closed: half-closed ones are not known here.
 * Thread-safe. All threads are daemons and have ended when {@link #close()} returns.
 */
public final class TcpProxy implements AutoCloseable {
    /** Which way bytes go. */
    public enum Direction {
        /** From the client to the server. */
        REQUESTS,
        /** From the server to the client. */
        REPLIES
    }

    private static final int CHUNK = 16 * 1024;
    private static final int NEVER = -1;

    private final InetAddress loopback = InetAddress.getLoopbackAddress();
    private final ServerSocket door;
    private final int targetPort;

    /** Guards all that follows, and is notified of every change. */
    private final Object state = new Object();

    private final Map<Direction, Duration> delays = new ConcurrentHashMap<>();
    private final Set<Direction> dropped = EnumSet.noneOf(Direction.class);
    private final Set<Link> links = new HashSet<>();
    private final Set<Thread> threads = new HashSet<>();
    private boolean stalled;
    private boolean refusing;
    private boolean closed;
    private long accepted;
    private int untilCut = NEVER;
    private Link toCut;

    /**
     * Opens a port of its own; nothing has to listen on the target's yet.
     *
     * @param targetPort where the server listens, on the loopback interface
     */
    public TcpProxy(int targetPort) throws IOException {
        this.targetPort = targetPort;
        delay(Duration.ZERO);
        door = new ServerSocket(0, 1_000, loopback);
        start("accept", this::accept);
    }

    /** Where clients connect to, on the loopback interface. */
    public int port() {
        return door.getLocalPort();
    }

    /** Holds every chunk of bytes back for so long, in both directions: a round trip takes twice that. */
    public void delay(Duration each) {
        delay(Direction.REQUESTS, each);
        delay(Direction.REPLIES, each);
    }

    /** Holds every chunk of bytes back for so long, in one direction; chunks wait for those before them. */
    public void delay(Direction direction, Duration each) {
        change(() -> delays.put(direction, each));
    }

    /**
     * Passes nothing on, neither bytes nor ends of streams, while it is on; new connections are accepted and kept.
     * Afterwards all that was kept gets through, also requests of clients that have given up since.
     */
    public void stall(boolean on) {
        change(() -> stalled = on);
    }

    /** Closes every new connection at once while it is on. */
    public void refuse(boolean on) {
        change(() -> refusing = on);
    }

    /** Loses bytes of one direction while it is on: a server that never answers, or one that nothing reaches. */
    public void drop(Direction direction, boolean on) {
        change(() -> {
            if (on) {
                dropped.add(direction);
            } else {
                dropped.remove(direction);
            }
        });
    }

    /** Closes all connections of now. What is still held back is lost. */
    public void cut() {
        List<Link> all;
        synchronized (state) {
            all = List.copyOf(links);
        }
        all.forEach(Link::close);
    }

    /**
     * Closes one connection in the middle of a reply, once: that on which the server answers next, when so many bytes
     * of its answers have passed. With 0, the server has done what it was asked, and no byte of the answer gets back.
     */
    public void cutAfter(int bytes) {
        change(() -> {
            untilCut = bytes;
            toCut = null;
        });
    }

    /** How many clients are connected now. */
    public int connections() {
        synchronized (state) {
            return links.size();
        }
    }

    /** How many connections were ever accepted, the refused ones not counted. */
    public long accepted() {
        synchronized (state) {
            return accepted;
        }
    }

    /** Closes the port and all connections, and waits until all threads have ended. */
    @Override
    public void close() {
        change(() -> closed = true);
        quietly(door);
        cut();
        boolean interrupted = false;
        for (Thread thread = anyThread(); thread != null; thread = anyThread()) {
            try {
                thread.join();
                forget(thread);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread anyThread() {
        synchronized (state) {
            return threads.isEmpty() ? null : threads.iterator().next();
        }
    }

    private void forget(Thread thread) {
        synchronized (state) {
            threads.remove(thread);
        }
    }

    private void change(Runnable what) {
        synchronized (state) {
            what.run();
            state.notifyAll();
        }
    }

    private void start(String name, Runnable task) {
        Thread thread = new Thread(task, "proxy-" + port() + "-" + name);
        thread.setDaemon(true);
        synchronized (state) {
            threads.removeIf(ended -> !ended.isAlive());
            threads.add(thread);
            thread.start();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                admit(door.accept());
            } catch (IOException closedOrNoSocketsLeft) {
                // the loop's condition tells which
            }
        }
    }

    private void admit(Socket client) {
        Link link = new Link(client);
        boolean in;
        synchronized (state) {
            in = !closed && !refusing;
            if (in) {
                links.add(link);
                accepted++;
            }
        }
        if (in) {
            start("requests", link::run);
        } else {
            quietly(client);
        }
    }

    private static void quietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            // it is closed all the same
        }
    }

    /** One client's connection and the one to the server that belongs to it. */
    private final class Link {
        private final Socket client;
        private final Socket server = new Socket();
        private boolean over;

        Link(Socket client) {
            this.client = client;
        }

        void run() {
            try {
                hold(() -> Duration.ZERO);
                server.connect(new InetSocketAddress(loopback, targetPort));
                server.setTcpNoDelay(true);
                client.setTcpNoDelay(true);
                start("replies", () -> pump(Direction.REPLIES, server, client));
                pump(Direction.REQUESTS, client, server);
            } catch (IOException unreachable) {
                close();
            }
        }

        private void pump(Direction direction, Socket from, Socket to) {
            byte[] chunk = new byte[CHUNK];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                int length;
                do {
                    length = in.read(chunk);
                    hold(() -> delays.get(direction));
                } while (pass(direction, chunk, length, out));
            } catch (IOException broken) {
                // so are both connections
            } finally {
                close();
            }
        }

        /** Waits until what came just now may pass. */
        private void hold(Supplier<Duration> delay) throws IOException {
            long arrival = System.nanoTime();
            try {
                synchronized (state) {
                    while (!over) {
                        long left = stalled ? Long.MAX_VALUE : delay.get().toNanos() - (System.nanoTime() - arrival);
                        if (left <= 0) {
                            return;
                        }
                        TimeUnit.NANOSECONDS.timedWait(state, left);
                    }
                }
            } catch (InterruptedException nobodyDoes) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("cut");
        }

        /** Whether more may follow. */
        private boolean pass(Direction direction, byte[] chunk, int length, OutputStream out) throws IOException {
            if (length < 0) {
                return false;
            }
            int bytes;
            boolean last = false;
            synchronized (state) {
                bytes = dropped.contains(direction) ? 0 : length;
                if (direction == Direction.REPLIES && untilCut != NEVER && (toCut == null || toCut == this)) {
                    last = bytes >= untilCut;
                    bytes = Math.min(bytes, untilCut);
                    untilCut = last ? NEVER : untilCut - bytes;
                    toCut = last ? null : this;
                }
            }
            out.write(chunk, 0, bytes);
            return !last;
        }

        void close() {
            synchronized (state) {
                over = true;
                links.remove(this);
                if (toCut == this) {
                    toCut = null;
                }
                state.notifyAll();
            }
            quietly(client);
            quietly(server);
        }
    }
}
