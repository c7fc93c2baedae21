package org.mizan.bench.start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * One start of a server.
 *
 * @param seconds from the start of the process to the first answer of the application
 * @param cpuSeconds the processor time that the server had used by then
 */
record ServerStart(double seconds, double cpuSeconds) {

    /** Starts, waits for the answer, stops. */
    static ServerStart measure(Server server, ProcessBuilder builder, Path log)
            throws IOException, InterruptedException {
        try (var running = RunningServer.start(server, builder, log)) {
            return new ServerStart(running.seconds(), running.cpuSeconds());
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f s (cpu %.2f s)", seconds, cpuSeconds);
    }
}
