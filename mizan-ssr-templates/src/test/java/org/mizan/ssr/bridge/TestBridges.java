package org.mizan.ssr.bridge;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mizan.core.config.SsrSettings;
import org.mizan.core.config.SsrSettings.Recycle;
import org.mizan.ssr.process.BunExecutable;

/** Bridges to real workers, of the sources of this module. */
final class TestBridges {
    static final Path NPM = Path.of("src/test/typescript").toAbsolutePath();
    static final Path VIEWS = NPM.resolve("worker/views");
    static final Path HOSTILE = NPM.resolve("worker/hostile");
    static final Path WORKER = Path.of("src/main/worker/worker.ts").toAbsolutePath();

    static final int MAX_PAGE = 1 << 20;
    static final Recycle NEVER = new Recycle(0, Duration.ZERO, 0);

    private TestBridges() {}

    static SsrSettings settings(int workers, Duration timeout, int queue, Recycle recycle) {
        var defaults = SsrSettings.defaults();
        return new SsrSettings(
                Optional.empty(),
                workers,
                timeout,
                queue,
                false,
                true,
                recycle,
                MAX_PAGE,
                Optional.empty(),
                defaults.timeZone(),
                1);
    }

    static SsrSettings settings(int workers, Duration timeout) {
        return settings(workers, timeout, 256, NEVER);
    }

    static SsrSettings settings(int workers) {
        return settings(workers, Duration.ofSeconds(20));
    }

    static SsrSettings withMaxPage(SsrSettings of, int maxPage) {
        return new SsrSettings(
                of.bun(),
                of.workers(),
                of.timeout(),
                of.queue(),
                of.clientOnOverload(),
                of.clientOnFailure(),
                of.recycle(),
                maxPage,
                of.development(),
                of.timeZone(),
                of.prerenderRate());
    }

    static Bridge bridge(SsrSettings settings) {
        return bridge(settings, WORKER, Duration.ofSeconds(20));
    }

    static Bridge bridge(SsrSettings settings, Path worker, Duration startTimeout) {
        Logger log = System.getLogger(TestBridges.class.getName());
        return new Bridge(settings, launch(worker), JsonProvider.provider(), log, startTimeout);
    }

    static Launch launch(Path worker) {
        try {
            return new Launch(
                    new BunExecutable(Optional.empty(), List.of(NPM), null),
                    worker,
                    Map.of("NODE_ENV", "production"),
                    Files.createDirectories(Path.of("target/worker").toAbsolutePath()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A request with one property, {@code id}. */
    static RenderRequest request(String view, String id) {
        var params = Json.createObjectBuilder()
                .add("file", VIEWS.resolve(view).toString())
                .add("view", view)
                .add("props", Json.createObjectBuilder().add("id", id))
                .build();
        return new RenderRequest(view, params.toString());
    }

    static String html(Rendered rendered) {
        return new String(rendered.html(), StandardCharsets.UTF_8);
    }

    /** Waits for a condition, at most half a minute. */
    static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it never came true");
            Thread.sleep(5);
        }
    }
}
