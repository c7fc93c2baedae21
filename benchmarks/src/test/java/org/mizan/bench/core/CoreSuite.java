package org.mizan.bench.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.mizan.bench.Figures;
import org.mizan.bench.Jmh;
import org.mizan.bench.Spread;
import org.mizan.bench.Suite;
import org.mizan.bench.start.StartTimes;

/** {@code -Dsuite=core}. */
public final class CoreSuite implements Suite {
    @Override
    public String name() {
        return "core";
    }

    @Override
    public void run(Figures figures) {
        figures.measure("core.jar-size", () -> jarSize(figures));
        figures.measure("core.scope", () -> scope(figures));
        figures.measure("core.call", () -> calls(figures));
        for (var server : System.getProperty("mizan.bench.servers", "payara,wildfly,liberty")
                .split(",")) {
            if (!server.isBlank()) {
                figures.measure(
                        "core.start-" + server, () -> StartTimes.of(server).measure(figures, "core.start-"));
            }
        }
    }

    private static List<Path> jars() {
        return Arrays.stream(System.getProperty("mizan.bench.library").split(","))
                .map(Path::of)
                .toList();
    }

    private static void jarSize(Figures figures) throws IOException {
        long bytes = 0;
        for (var jar : jars()) {
            bytes += Files.size(jar);
            figures.remark(jar.getFileName() + " " + Files.size(jar) + " bytes");
        }
        figures.below("core.jar-size", Spread.exactly(bytes / 1024.0), 400, "KB");
    }

    private static void scope(Figures figures) throws Exception {
        var results = Jmh.run(ScopeBenchmark.class);
        var one = results.get("mutation");
        figures.below("core.scope-time", one.time(), 5, "us");
        figures.below("core.scope-allocation", one.allocation(), 2048, "B");
        var wide = results.get("wideMutation");
        figures.plain("core.scope-three-targets-time", wide.time(), "us");
        figures.plain("core.scope-three-targets-allocation", wide.allocation(), "B");
    }

    private static void calls(Figures figures) throws Exception {
        Jmh.run(CallBenchmark.class).forEach((name, result) -> {
            figures.plain("core." + name + "-time", result.time(), "us");
            figures.plain("core." + name + "-allocation", result.allocation(), "B");
        });
    }
}
