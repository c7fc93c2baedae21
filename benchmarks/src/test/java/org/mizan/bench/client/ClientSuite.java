package org.mizan.bench.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mizan.bench.Figures;
import org.mizan.bench.Spread;
import org.mizan.bench.Suite;
import org.mizan.bench.app.CompiledApplication;

/** Figures of the generated client: how long it takes to generate, and {@code tsc} to check. */
public final class ClientSuite implements Suite {
    private static final int GENERATIONS = 5;
    private static final int PAIRS = 3;
    private static final double MOST_SECONDS = 3;
    private static final double MOST_MEGABYTES = 512;
    private static final double LEAST_RATIO = 5;

    private final Path target =
            Path.of(System.getProperty("mizan.bench.target", "target")).resolve("client");

    @Override
    public String name() {
        return "client";
    }

    @Override
    public void run(Figures figures) {
        figures.measure("generation", () -> generate(figures));
        figures.measure("tsc", () -> check(figures));
    }

    /** Whole processes, with the options that docs/codegen.md gives for short ones; the first one does not count. */
    private void generate(Figures figures) throws IOException, InterruptedException {
        CompiledApplication.compile(LargeApplication.sources(), target.resolve("classes"));
        var seconds = new ArrayList<Double>();
        var megabytes = new ArrayList<Double>();
        for (int i = 0; i <= GENERATIONS; i++) {
            var output = target.resolve("npm/ours/mizan");
            if (Files.exists(output)) {
                empty(output);
            }
            var run = ProcessRun.of(target, target.resolve("generate.log"), command(output));
            if (i > 0) {
                seconds.add(run.seconds());
                megabytes.add(run.megabytes());
            }
        }
        figures.atMost("client.generate_time", Spread.of(seconds), MOST_SECONDS, "s");
        figures.atMost("client.generate_memory", Spread.of(megabytes), MOST_MEGABYTES, "MB");
    }

    private List<String> command(Path output) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.mizan.codegen.Main",
                "generate",
                "--classes",
                target.resolve("classes").toString(),
                "--output",
                output.toString());
    }

    private static void empty(Path folder) throws IOException {
        try (var tree = Files.walk(folder)) {
            for (var file : tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Each side calls every procedure once; ours and tRPC's in turn, after one run of each that does not count. */
    private void check(Figures figures) throws IOException, InterruptedException {
        var npm = target.resolve("npm");
        var resources = Path.of(System.getProperty("mizan.bench.npm"));
        for (var name : List.of("package.json", "package-lock.json", ".npmrc")) {
            Files.copy(resources.resolve(name), npm.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessRun.of(
                npm, target.resolve("npm.log"), List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        write(npm.resolve("ours"), Map.of("calls.ts", LargeApplication.calls()), resources);
        write(npm.resolve("trpc"), TrpcApplication.modules(), resources);
        tsc("ours");
        tsc("trpc");
        var ours = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < PAIRS; i++) {
            ours.add(tsc("ours"));
            theirs.add(tsc("trpc"));
            ratios.add(theirs.get(i) / ours.get(i));
        }
        figures.plain("client.tsc_time", Spread.of(ours), "s");
        figures.plain("client.tsc_time_trpc", Spread.of(theirs), "s");
        figures.atLeast("client.tsc_ratio", Spread.of(ratios), LEAST_RATIO, "x");
    }

    private static void write(Path folder, Map<String, String> modules, Path resources) throws IOException {
        Files.createDirectories(folder);
        for (var module : modules.entrySet()) {
            Files.writeString(folder.resolve(module.getKey()), module.getValue());
        }
        Files.copy(
                resources.resolve("tsconfig.json"),
                folder.resolve("tsconfig.json"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private double tsc(String side) throws IOException, InterruptedException {
        var npm = target.resolve("npm");
        return ProcessRun.of(
                        npm.resolve(side),
                        target.resolve("tsc-" + side + ".log"),
                        List.of("node", "../node_modules/typescript/bin/tsc", "--noEmit", "-p", "."))
                .seconds();
    }
}
