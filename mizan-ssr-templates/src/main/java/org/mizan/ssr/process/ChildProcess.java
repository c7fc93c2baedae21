package org.mizan.ssr.process;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A running process with an environment of its own. Thread-safe, but for the streams, which belong to whoever reads and
 * writes them.
 *
 * <p>What it prints to its error stream goes line by line to a consumer, on a daemon thread that ends with the process.
 * It is not ended with the JVM: it should end by itself when its input does.
 */
public final class ChildProcess {
    /** Of a longer line the rest is dropped. */
    private static final int LONGEST_LINE = 8_192;

    private static final int BUFFER = 8_192;

    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts one.
     *
     * @param name of the thread that reads its error stream
     * @param command the executable, an absolute path, and its arguments
     * @param environment the whole environment, to which only Windows adds the {@code SystemRoot} it cannot do without
     * @param folder the working directory
     * @param errors takes the lines of the error stream; what it throws is ignored
     * @throws IOException when it does not start
     */
    public static ChildProcess start(
            String name, List<String> command, Map<String, String> environment, Path folder, Consumer<String> errors)
            throws IOException {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        var variables = builder.environment();
        var systemRoot = variables.get("SystemRoot");
        variables.clear();
        if (systemRoot != null) {
            variables.put("SystemRoot", systemRoot);
        }
        variables.putAll(environment);
        var child = new ChildProcess(builder.start());
        var thread = new Thread(() -> child.drain(errors), name);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
        return child;
    }

    private void drain(Consumer<String> errors) {
        try (var stream = process.getErrorStream()) {
            var line = new ByteArrayOutputStream();
            var buffer = new byte[BUFFER];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\n') {
                        print(line, errors);
                    } else if (line.size() < LONGEST_LINE) {
                        line.write(buffer[i]);
                    }
                }
            }
            print(line, errors);
        } catch (IOException e) {
            // Closed: the process is gone.
        }
    }

    private static void print(ByteArrayOutputStream line, Consumer<String> errors) {
        var text = line.toString(StandardCharsets.UTF_8).stripTrailing();
        line.reset();
        if (!text.isEmpty()) {
            try {
                errors.accept(text);
            } catch (RuntimeException e) {
                // The process must not stand still because a line could not be logged.
            }
        }
    }

    /** The id that the operating system knows it by. */
    public long pid() {
        return process.pid();
    }

    /** What the process reads; buffered. */
    public OutputStream input() {
        return process.getOutputStream();
    }

    /** What the process prints; buffered. */
    public InputStream output() {
        return process.getInputStream();
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it, and what it has started. Does not wait. */
    public void destroyForcibly() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Completes with the exit code when it has ended. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /**
     * Waits for its end.
     *
     * @return whether it has ended
     */
    public boolean waitFor(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Closes what is read from it and written to it, which no other thread may be doing. */
    public void closeStreams() {
        close(process.getOutputStream());
        close(process.getInputStream());
    }

    private static void close(Closeable stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // What was still buffered has no reader any more.
        }
    }
}
