package org.mizan.core.cache.redis;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mizan.core.cache.redis.RedisAddress.Host;
import org.mizan.core.cache.redis.RedisAddress.Kind;
import org.mizan.core.cache.redis.RedisAddress.Login;

/**
 * The text of an address, taken apart. {@code java.net.URI} knows no list of hosts.
 *
 * <p>Messages show only parts that cannot hold a password: a password with an unencoded {@code @}, {@code /} or
 * {@code #} moves its rest into what follows it, so no part after the scheme is shown unless it looks like what it
 * should be.
 */
final class RedisUrl {
    private static final int MAX_PORT = 65_535;

    private final String url;

    RedisUrl(String url) {
        this.url = url.strip();
    }

    RedisAddress address() {
        int colon = url.indexOf("://");
        var scheme = colon < 0 ? "" : url.substring(0, colon);
        for (var kind : Kind.values()) {
            for (boolean tls : new boolean[] {false, true}) {
                if (kind.scheme(tls).equals(scheme)) {
                    return address(kind, tls, url.substring(colon + 3));
                }
            }
        }
        throw bad("it must start with redis://, redis-sentinel:// or redis-cluster://, or these with rediss for TLS");
    }

    private static RedisAddress address(Kind kind, boolean tls, String rest) {
        int hash = rest.indexOf('#');
        var master = hash < 0 ? "" : decoded(rest.substring(hash + 1));
        var beforeHash = hash < 0 ? rest : rest.substring(0, hash);
        int question = beforeHash.indexOf('?');
        var query = question < 0 ? Map.<String, String>of() : query(beforeHash.substring(question + 1));
        var beforeQuery = question < 0 ? beforeHash : beforeHash.substring(0, question);
        int slash = beforeQuery.indexOf('/');
        var authority = slash < 0 ? beforeQuery : beforeQuery.substring(0, slash);
        int at = authority.lastIndexOf('@');
        var login = at < 0 ? Login.NONE : login(authority.substring(0, at));
        var hosts = hosts(authority.substring(at + 1), kind.defaultPort());
        int database = slash < 0 ? 0 : database(beforeQuery.substring(slash + 1));
        check(kind, hosts, database, master, query);
        return new RedisAddress(
                kind,
                tls,
                hosts,
                database,
                login,
                master,
                new Login(query.get("sentinelUser"), query.get("sentinelPassword")));
    }

    private static void check(Kind kind, List<Host> hosts, int database, String master, Map<String, String> query) {
        if (kind == Kind.SENTINEL && master.isEmpty()) {
            throw bad("with sentinels it must end with # and the name of the master");
        }
        if (kind != Kind.SENTINEL && !master.isEmpty()) {
            throw bad("only one with sentinels has a part after #; in a password # is written %23");
        }
        if (kind != Kind.SENTINEL && !query.isEmpty()) {
            throw bad("only one with sentinels has a part after ?; in a password ? is written %3F");
        }
        if (query.containsKey("sentinelUser") && !query.containsKey("sentinelPassword")) {
            throw bad("sentinelUser needs a sentinelPassword");
        }
        if (kind == Kind.SERVER && hosts.size() > 1) {
            throw bad("more than one host needs redis-sentinel:// or redis-cluster://");
        }
        if (kind == Kind.CLUSTER && database != 0) {
            throw bad("a cluster has only database 0");
        }
    }

    private static Login login(String userInfo) {
        int colon = userInfo.indexOf(':');
        var user = colon <= 0 ? null : decoded(userInfo.substring(0, colon));
        var password = decoded(userInfo.substring(colon + 1));
        if (password.isEmpty()) {
            throw bad("the password before @ is empty");
        }
        return new Login(user, password);
    }

    private static List<Host> hosts(String list, int defaultPort) {
        var hosts = new ArrayList<Host>();
        for (var host : list.split(",", -1)) {
            hosts.add(host(host, defaultPort));
        }
        return hosts;
    }

    private static Host host(String text, int defaultPort) {
        int bracket = text.startsWith("[") ? text.indexOf(']') : -1;
        if (text.startsWith("[") && bracket < 0) {
            throw bad("a bracket [ is not closed");
        }
        int afterName = bracket < 0 ? text.indexOf(':') : bracket + 1;
        var name = bracket >= 0 ? text.substring(1, bracket) : afterName < 0 ? text : text.substring(0, afterName);
        var port = afterName < 0 ? "" : text.substring(afterName);
        if (name.isEmpty()) {
            throw bad("a host is missing");
        }
        if (!name.matches(bracket >= 0 ? "[0-9A-Fa-f:.]+(%[\\w.-]+)?" : "[\\w.-]+")) {
            throw bad("a host's name has characters that it cannot have; in a password, encode : / ? # [ ] @ % and ,");
        }
        return new Host(name, port.isEmpty() ? defaultPort : port(port));
    }

    private static int port(String colonAndPort) {
        if (!colonAndPort.matches(":\\d{1,5}")) {
            throw bad("a port is not a number from 1 to 65535");
        }
        int port = Integer.parseInt(colonAndPort.substring(1));
        if (port < 1 || port > MAX_PORT) {
            throw bad("a port is not a number from 1 to 65535");
        }
        return port;
    }

    private static int database(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("\\d{1,5}")) {
            throw bad("the part after the host's / is not a database's number; in a password / is written %2F");
        }
        return Integer.parseInt(text);
    }

    private static Map<String, String> query(String text) {
        var query = new TreeMap<String, String>();
        for (var pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.equals("sentinelUser") && !name.equals("sentinelPassword")) {
                throw bad("after ? only sentinelUser=… and sentinelPassword=… are known");
            }
            var value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
            if (value.isEmpty()) {
                throw bad(name + " is empty");
            }
            query.put(name, value);
        }
        return query;
    }

    /** Percent-decoded; a plus is a plus, since this is no form. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Not as the cause: its message shows the characters.
            throw bad("a % is not followed by two hexadecimal digits; write it %25");
        }
    }

    private static IllegalArgumentException bad(String what) {
        return new IllegalArgumentException("This is no address of Redis: " + what + ".");
    }
}
