package org.mizan.it;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mizan.ssr.process.BunExecutable;
import org.mizan.ssr.process.MissingBunException;

/**
 * The server under test, as the Maven module that runs the suite describes it by system properties ({@code mizan.it.*}).
 * Client side only: the properties are not set inside the servers.
 */
public final class Server {
    private Server() {}

    /** {@code payara}, {@code wildfly} or {@code liberty}. */
    public static String name() {
        return property("server");
    }

    /** The server's own log; exists once the server has been started. */
    public static Path log() {
        return Path.of(property("log"));
    }

    /** The root of all applications on the loopback address, ending in a slash. */
    public static URI root() {
        return URI.create("http://127.0.0.1:" + property("port") + "/");
    }

    /** The same address on 127.0.0.1, whatever host name an adapter put into its {@code @ArquillianResource URL}. */
    public static URI loopback(URL url) {
        return URI.create("http://127.0.0.1:" + url.getPort() + url.getPath());
    }

    /** The Bun that the build fetched. */
    static Path bun() {
        try {
            return new BunExecutable(Optional.empty(), List.of(npm()), System.getenv("PATH")).find();
        } catch (MissingBunException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the build installed packages of npm. */
    static Path npm() {
        return Path.of(property("npm"));
    }

    /** Where the build of the server's module puts files. */
    static Path target() {
        return Path.of(property("target"));
    }

    /** The folder of the conformance kit. */
    static Path conformance() {
        return Path.of(property("conformance"));
    }

    /** Files of a comma-separated property; empty where the module sets none. */
    static List<Path> files(String property) {
        return Arrays.stream(property(property).split(","))
                .map(String::strip)
                .filter(file -> !file.isEmpty())
                .map(Path::of)
                .toList();
    }

    private static String property(String name) {
        String value = System.getProperty("mizan.it." + name);
        if (value == null) {
            throw new IllegalStateException("mizan.it." + name + " is not set: run the suite through one of the server"
                    + " modules, for example mvn -B verify -pl arquillian-tests/wildfly -am");
        }
        return value;
    }
}
