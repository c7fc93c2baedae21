package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.tools.Server;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mizan.it.app.cache.CacheApplication;
import org.mizan.it.app.cache.Rows;
import org.mizan.it.app.identity.HeaderIdentity;
import redis.embedded.RedisServer;

/**
 * The origin cache (PROTOCOL §7) on a server: two nodes that share one Redis and one database, one application with a
 * cache of its own, and one that cannot reach its Redis.
 */
@ExtendWith(ArquillianExtension.class)
class CacheIT {
    private static final AtomicLong IDS = new AtomicLong();
    private static final Backends BACKENDS = Backends.start();

    private final long id = IDS.incrementAndGet();
    private String who;

    /** The real database and the real Redis, in this JVM and beside it; they end with it. */
    private record Backends(String database, int redis, int nothing) {
        static Backends start() {
            try {
                var server =
                        Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
                var url = "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:accounts;DB_CLOSE_DELAY=-1";
                try (var connection = DriverManager.getConnection(url, "sa", "test");
                        var statement = connection.createStatement()) {
                    statement.execute("create table if not exists account (id bigint primary key, name varchar)");
                }
                int port = freePort();
                var redis = RedisServer.newRedisServer()
                        .port(port)
                        .setting("bind 127.0.0.1")
                        .setting("save \"\"")
                        .build();
                redis.start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(redis)));
                return new Backends(url, port, freePort());
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void stop(RedisServer redis) {
            try {
                redis.stop();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static int freePort() throws IOException {
            try (var socket = new java.net.ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }
    }

    @Deployment(name = "node-a", order = 1, testable = false)
    static WebArchive nodeA() {
        return application("node-a", redis(BACKENDS.redis()));
    }

    @Deployment(name = "node-b", order = 2, testable = false)
    static WebArchive nodeB() {
        return application("node-b", redis(BACKENDS.redis()));
    }

    @Deployment(name = "local", order = 3, testable = false)
    static WebArchive local() {
        return application("local", "mizan.cache=local");
    }

    @Deployment(name = "cut-off", order = 4, testable = false)
    static WebArchive cutOff() {
        return application("cut-off", redis(BACKENDS.nothing()) + "\nmizan.cache.unreachable=refuse");
    }

    private static String redis(int port) {
        return "mizan.cache=redis\nmizan.cache.secret=0123456789abcdef0123456789abcdef\nmizan.cache.url=redis://127.0.0.1:"
                + port + "\nmizan.cache.command-timeout=2000";
    }

    private static WebArchive application(String name, String settings) {
        var source = """
                <?xml version="1.0" encoding="UTF-8"?>
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                  <data-source>
                    <name>%s</name>
                    <class-name>org.h2.jdbcx.JdbcDataSource</class-name>
                    <url>%s</url>
                    <user>sa</user>
                    <password>test</password>
                  </data-source>
                </web-app>
                """.formatted(Rows.SOURCE, BACKENDS.database());
        return Wars.withCache(Wars.app(name))
                .addPackage(CacheApplication.class.getPackage())
                .addClass(HeaderIdentity.class)
                .setWebXML(new StringAsset(source))
                .addAsWebInfResource(
                        new StringAsset(settings + "\nmizan.cache.status=true\n"),
                        "classes/META-INF/microprofile-config.properties");
    }

    @BeforeEach
    void anonymous() {
        who = null;
    }

    private static HttpResponse<String> call(String node, String function, String args) {
        return Site.of(node)
                .post("api/mizan/call/", "application/json", "{\"fn\":\"" + function + "\",\"args\":" + args + "}");
    }

    private HttpResponse<String> mutate(String node, String function, String name) {
        return call(node, function, "{\"userId\":" + id + ",\"name\":\"" + name + "\"}");
    }

    private HttpResponse<String> read(String node, String path, String... headers) {
        var site = Site.of(node);
        var request = site.request("api/mizan/ctx/" + path);
        if (who != null) {
            request.header("X-Test-Caller", who);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return site.send(request.GET());
    }

    private HttpResponse<String> page(String node, int page) {
        return read(node, "account/?userId=" + id + "&page=" + page);
    }

    private static String status(HttpResponse<String> answer) {
        return answer.headers().firstValue("Cache-Status").orElse("");
    }

    private void reads(String name, String node) {
        for (int page = 1; page <= 2; page++) {
            assertEquals(
                    "{\"account\":\"" + name + " " + page + "\"}",
                    page(node, page).body());
        }
    }

    private void hits(String node) {
        assertEquals("mizan; hit", status(page(node, 1)));
    }

    @Test
    void secondRead_onAnotherNode_isAHit_andTheSame() {
        var first = page("node-a", 1);
        assertEquals("mizan; fwd=uri-miss; stored; detail=absent", status(first));
        var second = page("node-b", 1);
        assertEquals("mizan; hit", status(second));
        assertEquals(first.body(), second.body());
        assertEquals("no-store", second.headers().firstValue("Cache-Control").orElse(""));
        assertEquals(
                "application/json",
                second.headers().firstValue("Content-Type").orElse("").split(";")[0]);
    }

    @ParameterizedTest
    @CsvSource({
        "rename,             200, true",
        "rollsBack,          200, false",
        "commitsAndThrows,   500, true",
        "withoutTransaction, 200, true",
    })
    void outcome_decides_whatEveryNodeSees(String function, int status, boolean changes) {
        for (var home : new String[] {"node-a", "local"}) {
            var other = home.equals("local") ? "local" : "node-b";
            mutate(home, "rename", "before");
            reads("before", home);
            reads("before", other);
            hits(other);
            assertEquals(status, mutate(home, function, "after").statusCode());
            if (!changes) {
                hits(other);
                hits(home);
            }
            reads(changes ? "after" : "before", other);
            reads(changes ? "after" : "before", home);
            hits(home);
        }
    }

    @Test
    void targetThatIsAdded_outdatesOnTheOtherNode() {
        reads("none", "node-b");
        assertEquals(
                200,
                call("node-a", "adds", "{\"id\":" + id + ",\"name\":\"added\"}").statusCode());
        reads("added", "node-b");
    }

    @Test
    void formOfPlainJakartaRest_outdatesOnTheOtherNode() {
        reads("none", "node-b");
        var answer = Site.of("node-a").post("app/account/" + id, "application/x-www-form-urlencoded", "name=posted");
        assertEquals(303, answer.statusCode());
        assertEquals("account;userId=" + id, Stale.of(answer));
        reads("posted", "node-b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"node-a", "local"})
    void mutationOnAThreadWithoutRequest_outdates(String node) {
        reads("none", node);
        assertEquals(
                204,
                Site.of(node)
                        .post("app/account/" + id + "/background?name=timed", "text/plain", "")
                        .statusCode());
        reads("timed", node);
        reads("timed", node.equals("local") ? "local" : "node-b");
    }

    @ParameterizedTest
    @CsvSource({"node-a, node-b", "local, local"})
    void whileAMutationRuns_nobodyHitsOrFills(String home, String other) {
        reads("none", other);
        var mutation = CompletableFuture.supplyAsync(() -> mutate(home, "slow", "slowly"));
        assertEquals("{\"result\":true}", call(home, "slowHasBegun", "{}").body());
        for (int i = 0; i < 2; i++) {
            assertEquals("mizan; fwd=bypass; detail=mutating", status(page(other, 1)));
        }
        call(home, "slowMayEnd", "{}");
        assertEquals(200, mutation.join().statusCode());
        reads("slowly", other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"node-a", "local"})
    void controllerInTheMiddleOfItsTransaction_neitherReadsNorFills(String node) {
        mutate(node, "rename", "true");
        reads("true", node);
        var inside = read(node, "account/?userId=" + id + "&page=1", "X-Test-Write", id + ";draft");
        assertEquals("{\"account\":\"draft 1\"}", inside.body(), "it sees its own write");
        assertEquals("mizan; fwd=bypass; detail=transaction", status(inside));
        assertEquals(
                "{\"account\":\"draft 3\"}",
                read(node, "account/?userId=" + id + "&page=3", "X-Test-Write", id + ";draft")
                        .body());
        reads("true", node);
        assertEquals("{\"account\":\"true 3\"}", page(node, 3).body(), "and nobody else does");
    }

    @Test
    void otherCallers_haveTheirOwnEntries_whichAnAdministratorOutdates() {
        for (var caller : new String[] {"ada;user", "bob;user"}) {
            who = caller;
            reads("none", "node-a");
            hits("node-a");
        }
        mutate("node-b", "rename", "renamed");
        for (var caller : new String[] {"ada;user", "bob;user"}) {
            who = caller;
            reads("renamed", "node-a");
        }
    }

    @Test
    void roleThatIsRevoked_isNotServedFromTheCache() {
        who = "ada;auditor,admin";
        assertEquals(200, read("node-a", "audit/?userId=" + id).statusCode());
        assertEquals("mizan; hit", status(read("node-b", "audit/?userId=" + id)));
        who = "ada;auditor";
        assertEquals("mizan; fwd=miss; stored; detail=other-roles", status(read("node-b", "audit/?userId=" + id)));
        who = "ada;user";
        assertEquals(403, read("node-a", "audit/?userId=" + id).statusCode());
        who = null;
        assertEquals(401, read("node-b", "audit/?userId=" + id).statusCode());
    }

    @Test
    void tenants_doNotMeet_exceptByEverything() {
        var path = "account/?userId=" + id + "&page=1";
        read("node-a", path, "X-Test-Tenant", "red");
        assertTrue(status(read("node-a", path, "X-Test-Tenant", "blue")).contains("stored"));
        assertEquals("mizan; hit", status(read("node-b", path, "X-Test-Tenant", "red")));
        mutate("node-a", "rename", "of no tenant");
        assertEquals("mizan; hit", status(read("node-b", path, "X-Test-Tenant", "red")));
        call("node-a", "everything", "{}");
        assertTrue(read("node-b", path, "X-Test-Tenant", "red").body().contains("of no tenant"));
        assertTrue(read("node-b", path, "X-Test-Tenant", "blue").body().contains("of no tenant"));
    }

    @Test
    void redisOutOfReach_readsAreAnswered_andChangesAreRefusedWhereThatIsAsked() {
        assertEquals("mizan; fwd=bypass; detail=store-failed", status(page("cut-off", 1)));
        reads("none", "cut-off");
        for (var function : new String[] {"rename", "withoutTransaction"}) {
            var refused = mutate("cut-off", function, "never");
            assertEquals(503, refused.statusCode());
            assertEquals("1", refused.headers().firstValue("Retry-After").orElse(""));
            assertTrue(refused.body().startsWith("{\"error\":{\"code\":\"UNAVAILABLE\""), refused.body());
            assertEquals("", Stale.of(refused));
        }
        var view = Site.of("cut-off").post("app/account/" + id, "application/x-www-form-urlencoded", "name=never");
        assertEquals(503, view.statusCode());
        assertEquals("1", view.headers().firstValue("Retry-After").orElse(""));
        assertTrue(view.body().startsWith("{\"error\":{\"code\":\"UNAVAILABLE\""), view.body());
        reads("none", "cut-off");
    }
}
