package org.mizan.bench.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.mizan.bench.client.ProcessRun;

/** tRPC on Bun, one process; it ends when its standard input does. */
record TrpcServer(Process process, int port) implements AutoCloseable {
    static TrpcServer start(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        var resources = Path.of(System.getProperty("mizan.bench.peers"));
        for (var name : List.of("package.json", "package-lock.json", ".npmrc", "server.ts")) {
            Files.copy(resources.resolve(name), directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessRun.of(
                directory,
                directory.resolve("npm.log"),
                List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        var builder = new ProcessBuilder(bun(directory).toString(), "--no-install", "server.ts");
        builder.environment().put("NODE_ENV", "production");
        var process = builder.directory(directory.toFile())
                .redirectError(directory.resolve("server.log").toFile())
                .start();
        var line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new IOException("Bun did not start, see " + directory.resolve("server.log"));
        }
        return new TrpcServer(process, Integer.parseInt(line));
    }

    private static Path bun(Path directory) throws IOException {
        try (var found = Files.list(directory.resolve("node_modules/@oven"))) {
            return found.map(each -> each.resolve("bin/bun"))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IOException("npm brought no Bun for this machine"));
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
