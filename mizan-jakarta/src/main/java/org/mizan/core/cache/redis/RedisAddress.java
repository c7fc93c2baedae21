package org.mizan.core.cache.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where Redis is and who asks: one server, a master that sentinels know, or a cluster. Immutable.
 *
 * <p>Its text is the URL that Lettuce made known:
 *
 * <pre>
 * redis://[[user:]password@]host[:port][/db]
 * redis-sentinel://[[user:]password@]host[:port][,host[:port]]…[/db][?sentinelUser=…&amp;sentinelPassword=…]#master
 * redis-cluster://[[user:]password@]host[:port][,host[:port]]…
 * </pre>
 *
 * With {@code rediss} for {@code redis} the connections use TLS and the server's name is verified. User and password
 * are percent-encoded; a password alone is that of the user {@code default}. An IPv6 address stands in brackets.
 * Sentinels have a password of their own; without one they are asked anonymously.
 */
public final class RedisAddress {
    private final Kind kind;
    private final boolean tls;
    private final List<Host> hosts;
    private final int database;
    private final Login login;
    private final String master;
    private final Login sentinelLogin;

    /** How the server for a command is found. */
    enum Kind {
        /** It is the one host. */
        SERVER("redis", 6379),
        /** The hosts are sentinels and know it. */
        SENTINEL("redis-sentinel", 26379),
        /** By the key's slot; the hosts are some of the nodes. */
        CLUSTER("redis-cluster", 6379);

        private final String scheme;
        private final int port;

        Kind(String scheme, int port) {
            this.scheme = scheme;
            this.port = port;
        }

        String scheme(boolean tls) {
            return tls ? scheme.replace("redis", "rediss") : scheme;
        }

        int defaultPort() {
            return port;
        }
    }

    /** A host's name or address, without brackets, and the port. */
    record Host(String name, int port) {
        @Override
        public String toString() {
            return (name.indexOf(':') < 0 ? name : "[" + name + "]") + ":" + port;
        }
    }

    /** Who asks; null for the default user or no password. Its text does not show the password. */
    record Login(@Nullable String user, @Nullable String password) {
        static final Login NONE = new Login(null, null);

        @Override
        public String toString() {
            return "Login";
        }
    }

    RedisAddress(Kind kind, boolean tls, List<Host> hosts, int database, Login login, String master, Login sentinels) {
        this.kind = kind;
        this.tls = tls;
        this.hosts = List.copyOf(hosts);
        this.database = database;
        this.login = login;
        this.master = master;
        this.sentinelLogin = sentinels;
    }

    /**
     * Reads a URL.
     *
     * @throws IllegalArgumentException when it is none of the above; the message says what is wrong and shows neither
     *     user nor password
     */
    public static RedisAddress parse(String url) {
        return new RedisUrl(url).address();
    }

    Kind kind() {
        return kind;
    }

    boolean tls() {
        return tls;
    }

    List<Host> hosts() {
        return hosts;
    }

    int database() {
        return database;
    }

    Login login() {
        return login;
    }

    /** The name by which sentinels know the master; empty without sentinels. */
    String master() {
        return master;
    }

    Login sentinelLogin() {
        return sentinelLogin;
    }

    /** The URL without user and password. */
    @Override
    public String toString() {
        return kind.scheme(tls)
                + "://"
                + String.join(",", hosts.stream().map(Host::toString).toList())
                + (database == 0 ? "" : "/" + database)
                + (master.isEmpty() ? "" : "#" + master);
    }
}
