package org.mizan.bench;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * On what was measured.
 *
 * @param facts the machine's parts and the programs' versions, by what they are called
 * @param commit of the library; with {@code +} when files had changed since
 */
record Machine(Map<String, String> facts, String commit) {
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
    private static final Path RELEASE = Path.of("/etc/os-release");

    /** This one. What is not installed is left out. */
    static Machine here() throws IOException, InterruptedException {
        var facts = new LinkedHashMap<String, String>();
        value(RELEASE, "PRETTY_NAME=")
                .or(() -> Optional.of(System.getProperty("os.name")))
                .ifPresent(system -> facts.put(
                        "system",
                        system.replace("\"", "") + ", " + System.getProperty("os.name") + " "
                                + System.getProperty("os.version")));
        int processors = Runtime.getRuntime().availableProcessors();
        facts.put(
                "processors",
                processors + " × " + value(PROCESSOR, "model name\t: ").orElse("unknown"));
        value(MEMORY, "MemTotal:")
                .ifPresent(memory -> facts.put(
                        "memory", Math.round(Long.parseLong(memory.replaceAll("\\D", "")) / 1048576.0) + " GiB"));
        facts.put("JDK", Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
        for (var part : System.getProperty("mizan.bench.versions", "").split(",")) {
            int end = part.indexOf('=');
            if (end > 0) {
                facts.put(part.substring(0, end), part.substring(end + 1));
            }
        }
        said("node", "--version").ifPresent(version -> facts.put("Node", version));
        locked("@oven/bun-linux-x64").ifPresent(version -> facts.put("Bun", version));
        locked("@trpc/server").ifPresent(version -> facts.put("tRPC", version));
        var commit = said("git", "rev-parse", "--short", "HEAD").orElse("unknown");
        var changed = said("git", "status", "--porcelain", "--untracked-files=no", "--", ":/mizan-*", ":/pom.xml");
        return new Machine(facts, commit + (changed.isPresent() ? "+" : ""));
    }

    Machine {
        facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    private static Optional<String> value(Path file, String start) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty(); // Not a Linux.
        }
    }

    /** The version of a package that the peers' lock file names. */
    private static Optional<String> locked(String name) {
        var file = Path.of(System.getProperty("mizan.bench.peers", "."), "package-lock.json");
        try (var reader = Json.createReader(Files.newBufferedReader(file))) {
            var found = reader.readObject().getJsonObject("packages").getJsonObject("node_modules/" + name);
            return Optional.ofNullable(found).map(each -> each.getString("version"));
        } catch (IOException e) {
            return Optional.empty(); // Suites that need none run without.
        }
    }

    /** The first line that a program prints; nothing when it fails, is silent, or is not there. */
    private static Optional<String> said(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(List.of(command))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            boolean ended = process.waitFor(10, TimeUnit.SECONDS);
            return text.lines().findFirst().filter(line -> ended && process.exitValue() == 0 && !line.isBlank());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
