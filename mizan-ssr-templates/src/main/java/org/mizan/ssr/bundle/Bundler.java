package org.mizan.ssr.bundle;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.mizan.ssr.process.BunExecutable;
import org.mizan.ssr.process.ChildProcess;
import org.mizan.ssr.process.MissingBunException;

/**
 * Runs the bundler, a Bun process that ends with its work: Bun's bundler keeps memory, so it never runs in a worker.
 * Thread-safe.
 */
public final class Bundler implements AutoCloseable {
    private static final Logger LOG = System.getLogger("org.mizan.ssr");
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final BunExecutable bun;
    private final WorkerFiles files;
    private final JsonProvider json;
    private final Duration limit;
    /** The processes that bundle once. */
    private final Set<ChildProcess> running = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    /** Creates one that runs what has been unpacked. */
    public Bundler(BunExecutable bun, WorkerFiles files, JsonProvider json) {
        this(bun, files, json, LIMIT);
    }

    Bundler(BunExecutable bun, WorkerFiles files, JsonProvider json, Duration limit) {
        this.limit = limit;
        this.bun = bun;
        this.files = files;
        this.json = json;
    }

    /**
     * Makes a bundle and waits for it, a minute at most.
     *
     * @throws BundleException when the sources are wrong, Bun is not there, or it takes too long
     */
    public BundleManifest bundle(Sources sources) throws BundleException, InterruptedException {
        @Nullable ChildProcess process = null;
        try {
            process = start(sources);
            running.add(process);
            if (closed) {
                process.destroyForcibly();
            }
            process.input().close();
            var late = limit(process);
            @Nullable JsonObject outcome = null;
            try (var lines = lines(process)) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    outcome = read(line);
                }
            }
            if (outcome == null) {
                int exit = process.onExit().get();
                throw new BundleException(List.of(
                        late.get() ? BundleMessages.late(sources, limit) : BundleMessages.ended(sources, exit)));
            }
            return manifest(outcome);
        } catch (MissingBunException e) {
            throw new BundleException(List.of(BundleMessages.noBun(String.valueOf(e.getMessage()))));
        } catch (IOException | ExecutionException e) {
            throw new BundleException(List.of(BundleMessages.notRun(e)));
        } finally {
            if (process != null) {
                running.remove(process);
                process.destroyForcibly();
            }
        }
    }

    /** Kills a process that takes too long; true once it has. */
    private AtomicBoolean limit(ChildProcess process) {
        var late = new AtomicBoolean();
        var thread = new Thread(
                () -> {
                    try {
                        if (!process.waitFor(limit.toMillis())) {
                            late.set(true);
                            process.destroyForcibly();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "mizan-ssr-bundler-limit");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
        return late;
    }

    /** Starts the bundler with further arguments in front of the options; what it says beside its lines is logged. */
    ChildProcess start(Sources sources, String... arguments) throws IOException {
        var command = new ArrayList<String>(
                List.of(bun.find().toString(), "--no-install", files.bundler().toString()));
        command.addAll(List.of(arguments));
        command.add(options(sources));
        return ChildProcess.start(
                "mizan-ssr-bundler",
                command,
                Map.of(
                        "NODE_ENV",
                        sources.development() ? "development" : "production",
                        "DO_NOT_TRACK",
                        "1",
                        "TMPDIR",
                        files.temporary("bundler").toString()),
                files.temporary("work"),
                line -> LOG.log(Level.INFO, line));
    }

    private String options(Sources sources) {
        var options = json.createObjectBuilder()
                .add("views", absolute(sources.views()))
                .add("output", absolute(sources.output()))
                .add("development", sources.development())
                .add("react", files.react().toString());
        sources.root().ifPresent(root -> options.add("within", absolute(root)));
        sources.client().ifPresent(client -> options.add("client", absolute(client)));
        return options.build().toString();
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    static BufferedReader lines(ChildProcess process) {
        return new BufferedReader(new InputStreamReader(process.output(), StandardCharsets.UTF_8));
    }

    /** A line of the bundler; null when it is none of its own. */
    @Nullable
    JsonObject read(String line) {
        try (var reader = json.createReader(new StringReader(line))) {
            return reader.readObject();
        } catch (JsonException e) {
            return null;
        }
    }

    /**
     * The manifest that a line names.
     *
     * @throws BundleException with the problems that it names instead
     */
    BundleManifest manifest(JsonObject outcome) throws BundleException {
        if (outcome.containsKey("problems")) {
            throw new BundleException(outcome.getJsonArray("problems").stream()
                    .map(problem -> BundleMessages.problem(problem.asJsonObject()))
                    .toList());
        }
        return BundleManifest.read(Path.of(outcome.getString("manifest")), json);
    }

    /** Kills what it runs; who waits for it, and who asks later, gets no bundle. Does not wait. */
    @Override
    public void close() {
        closed = true;
        running.forEach(ChildProcess::destroyForcibly);
    }
}
