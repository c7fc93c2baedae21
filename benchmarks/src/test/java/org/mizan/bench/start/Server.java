package org.mizan.bench.start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A server that can be started with one web archive at {@code /bench}, listening on 127.0.0.1 alone. */
public interface Server {

    /**
     * Makes ready, anew at each call, what a start needs; its time does not count.
     *
     * @param directory the server's own, kept from start to start
     */
    ProcessBuilder prepare(Path directory, Path war) throws IOException;

    /** The HTTP port. */
    int port();

    /** Open Liberty with further features. */
    static Server liberty(Path home, List<String> features) {
        return new Liberty(home, features);
    }

    /** The server by the name that the figure has. */
    static Server named(String name) {
        var home = Path.of(System.getProperty("mizan.bench." + name, name));
        return switch (name) {
            case "payara" -> new Payara(home);
            case "wildfly" -> new WildFly(home);
            case "liberty" -> new Liberty(home, List.of());
            default -> throw new IllegalArgumentException("no server '" + name + "'");
        };
    }
}
