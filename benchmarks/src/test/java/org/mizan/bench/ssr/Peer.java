package org.mizan.bench.ssr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in JavaScript that serves the same pages; it ends with its input. */
final class Peer implements AutoCloseable {
    private static final long ENDING_SECONDS = 5;

    private final Process process;
    private final int port;

    private Peer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one and waits until it listens; it has compared its pages with the library's by then. */
    static Peer start(List<String> command, Path folder) throws IOException {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("NODE_ENV", "production");
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        var process = builder.start();
        var printed = process.inputReader().readLine();
        if (printed == null || !printed.matches("\\d+")) {
            process.destroyForcibly();
            throw new IOException(command + " did not start: " + printed);
        }
        return new Peer(process, Integer.parseInt(printed));
    }

    int port() {
        return port;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
