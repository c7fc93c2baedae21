package org.mizan.samples.storefront;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The servers that the shop is tested on, each started as the POM's profile of its name starts it. */
enum ShopServer {
    PAYARA {
        @Override
        ProcessBuilder start(int port) {
            return java(
                    "-jar",
                    TARGET.resolve("payara/payara-micro.jar").toString(),
                    "--nocluster",
                    "--disablephonehome",
                    "--prebootcommandfile",
                    SOURCES.resolve("payara/preboot.txt").toString(),
                    "--port",
                    String.valueOf(port),
                    "--contextroot",
                    "/",
                    "--deploy",
                    WAR.toString());
        }
    },

    WILDFLY {
        @Override
        ProcessBuilder start(int port) throws IOException {
            var home = Path.of(System.getProperty("storefront.wildfly"));
            var base = fresh(TARGET.resolve("it-wildfly"));
            copy(home.resolve("standalone"), base);
            Files.copy(WITH_KRAZO, base.resolve("deployments/storefront.war"));
            return java(
                    "-Djboss.home.dir=" + home,
                    "-jar",
                    home.resolve("jboss-modules.jar").toString(),
                    "-mp",
                    home.resolve("modules").toString(),
                    "org.jboss.as.standalone",
                    "-Djboss.home.dir=" + home,
                    "-Djboss.server.base.dir=" + base,
                    "-Djboss.http.port=" + port,
                    "-Djboss.https.port=" + freePort(),
                    "-Djboss.management.http.port=" + freePort(),
                    "-b=127.0.0.1",
                    "-y=" + SOURCES.resolve("wildfly/security.yml"));
        }
    },

    LIBERTY {
        @Override
        ProcessBuilder start(int port) throws IOException {
            var users = fresh(TARGET.resolve("it-liberty"));
            var server = users.resolve("servers/storefront");
            copy(SOURCES.resolve("liberty"), server);
            Files.createDirectories(server.resolve("apps"));
            Files.copy(WITH_KRAZO, server.resolve("apps/storefront-krazo.war"));
            var exploded = TARGET.resolve("storefront/WEB-INF");
            copy(exploded.resolve("lib"), server.resolve("jdbc"), "h2-");
            copy(
                    exploded.resolve("classes/org/mizan/samples/storefront/data"),
                    server.resolve("jdbc/classes/org/mizan/samples/storefront/data"),
                    "ShopDataSource");
            var process =
                    new ProcessBuilder("sh", TARGET.resolve("wlp/bin/server").toString(), "run", "storefront");
            process.environment().put("WLP_USER_DIR", users.toString());
            process.environment().put("STOREFRONT_PORT", String.valueOf(port));
            process.environment().put("JVM_ARGS", "-Xmx768m");
            process.environment().put("JAVA_HOME", System.getProperty("java.home"));
            return withBun(process);
        }
    };

    private static final Path TARGET = Path.of(System.getProperty("storefront.target"));
    private static final Path SOURCES = Path.of(System.getProperty("storefront.sources"));
    private static final Path WAR = TARGET.resolve("storefront.war");
    private static final Path WITH_KRAZO = TARGET.resolve("storefront-krazo.war");

    /** The one that this run is for. */
    static ShopServer underTest() {
        return valueOf(System.getProperty("storefront.server").toUpperCase(Locale.ROOT));
    }

    /** What it writes. */
    Path log() {
        return TARGET.resolve("storefront-" + name().toLowerCase(Locale.ROOT) + ".log");
    }

    /** The process, not started yet, that serves the shop at the root of a port of the loopback address. */
    abstract ProcessBuilder start(int port) throws IOException;

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static ProcessBuilder java(String... arguments) {
        var process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m");
        process.command().addAll(List.of(arguments));
        return withBun(process);
    }

    /** Where the server finds the Bun that renders. */
    private static ProcessBuilder withBun(ProcessBuilder process) {
        process.environment()
                .merge("PATH", TARGET.resolve("bun").toString(), (path, bun) -> bun + File.pathSeparator + path);
        return process;
    }

    /** The same folder without what an earlier run left there. */
    private static Path fresh(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(ShopServer::delete);
            }
        }
        return Files.createDirectories(folder);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        copy(from, to, "");
    }

    /** Copies the files whose names begin so, with their folders. */
    private static void copy(Path from, Path to, String prefix) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().startsWith(prefix)) {
                    var copy = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
