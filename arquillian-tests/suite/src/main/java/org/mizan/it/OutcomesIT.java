package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mizan.codegen.vcl.EdgeOptions;
import org.mizan.codegen.vcl.VarnishConfiguration;
import org.mizan.codegen.vcl.varnish.Varnish;
import org.mizan.it.app.outcomes.Item;
import org.mizan.it.app.outcomes.OutcomesApplication;
import org.mizan.it.app.outcomes.Rows;
import org.mizan.it.app.timers.Ticker;

/** The transaction's outcome decides what became stale, not the exception (PROTOCOL §6.4), on real rows. */
@ExtendWith(ArquillianExtension.class)
class OutcomesIT {
    private static final AtomicLong IDS = new AtomicLong(100);
    private static final PurgeListener EDGE = PurgeListener.start(0);
    private static final PurgeListener REAL_EDGE = PurgeListener.later(0);
    private static final String HIT = "Edge; hit";
    private static @Nullable Varnish varnish;

    @ArquillianResource
    private URL url;

    private Site site;
    private long id;

    /** A real edge beside it, where there is a Varnish: up before the application tells it anything. */
    @Deployment(testable = false)
    static WebArchive application() throws IOException, InterruptedException {
        if (!Varnish.isInstalled()) {
            return application(EDGE);
        }
        if (varnish == null) {
            var folder = Files.createTempDirectory("mizan-outcomes");
            var manifest = EdgeManifests.built(application(EDGE), folder);
            var options =
                    new EdgeOptions("127.0.0.1", Server.root().getPort(), List.of("127.0.0.1"), List.of(), true, true);
            varnish = Varnish.start(VarnishConfiguration.write(manifest, options), REAL_EDGE.port());
        }
        return application(EDGE, REAL_EDGE);
    }

    @AfterAll
    static void close() throws IOException {
        if (varnish != null) {
            varnish.close();
        }
    }

    private static WebArchive application(PurgeListener... edges) {
        var war = Wars.withJpa(Wars.app("outcomes"), Rows.SOURCE, Item.class)
                .addPackage(OutcomesApplication.class.getPackage())
                .addAsWebInfResource(
                        new StringAsset("mizan.invalidation.max-header=200\nmizan.manifest.prefix=/outcomes\n"
                                + PurgeListener.settings(0, edges)),
                        "classes/META-INF/microprofile-config.properties");
        return hasTimers() ? war.addPackage(Ticker.class.getPackage()) : war;
    }

    /** Payara Micro has no timer service without its data grid, and the suite runs it without. */
    private static boolean hasTimers() {
        return !Server.name().equals("payara");
    }

    @BeforeEach
    void open() {
        site = new Site(url);
        id = IDS.incrementAndGet();
    }

    @ParameterizedTest
    @CsvSource({
        "committed,                          200, item,         committed",
        "failsAfterItsFirstWrite,            500, '',           none",
        "committedDespiteException,          500, item,         despite",
        "committedDespiteCheckedException,   500, item,         checked",
        "committedButUnfit,                  500, item,         unfit",
        "rolledBackWithoutException,         200, '',           none",
        "rollbackOnlyFirst,                  200, '',           none",
        "newInsideOneThatRollsBack,          500, item,         new",
        "rollsBackAroundNew,                 200, item,         new",
        "survivesNewThatRollsBack,           200, other,        survived",
        "noTransaction,                      200, item,         none around",
        "noTransactionThrowing,              500, item,         none around",
        "notSupportedInsideOneThatRollsBack, 200, item,         none",
        "byHandCommitted,                    200, item,         by hand",
        "nested,                             200, other item,   joined",
        "nestedOfTheSame,                    200, item,         joined",
        "addedAndCommitted,                  200, item,         none",
        "addedAndRolledBack,                 200, '',           none",
        "addedWithoutTransaction,            200, item other.other, none",
        "addedWithoutTransactionThrowing,    500, item,         none",
        "beanCommitted,                      200, item,         ejb",
        "beanRolledBack,                     500, '',           none",
        "beanRolledBackSilently,             200, '',           none",
    })
    void outcome_decides(String function, int status, String stale, String row) {
        var answer = call(function, "{\"id\":" + id + "}");
        assertEquals(status, answer.statusCode(), answer.body());
        var header = stale.isEmpty() ? "" : stale.replace(" ", ";id=" + id + ", ") + ";id=" + id;
        assertEquals(header, Stale.of(answer));
        edgeWasTold(header);
        if (status == 200) {
            assertEquals("{" + body(stale) + "\"result\":null}", answer.body());
        } else {
            assertTrue(answer.body().startsWith("{\"error\":{\"code\":\"INTERNAL_ERROR\""), answer.body());
            assertFalse(answer.body().contains("secret"), answer.body());
        }
        assertEquals("{\"item\":\"" + row + "\"}", item(id));
    }

    /** An edge is told in the order of the commits: with the next one it must have heard of all before. */
    private void edgeWasTold(String header) {
        long fence = IDS.incrementAndGet();
        assertEquals(200, call("committed", "{\"id\":" + fence + "}").statusCode());
        EDGE.await("item;id=" + fence, 1);
        var told = EDGE.told().stream()
                .filter(target -> target.endsWith(";id=" + id))
                .collect(Collectors.toCollection(TreeSet::new));
        var expected = header.isEmpty() ? Set.<String>of() : new TreeSet<>(List.of(header.split(", ")));
        assertEquals(expected, told);
    }

    private String body(String stale) {
        if (stale.isEmpty()) {
            return "";
        }
        var targets = new StringBuilder();
        for (var name : stale.split(" ")) {
            int dot = name.indexOf('.');
            targets.append(targets.isEmpty() ? "" : ",").append("{\"context\":\"");
            targets.append(dot < 0 ? name : name.substring(0, dot)).append("\",");
            targets.append(dot < 0 ? "" : "\"function\":\"" + name.substring(dot + 1) + "\",");
            targets.append("\"params\":{\"id\":").append(id).append("}}");
        }
        return "\"invalidate\":[" + targets + "],";
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void addedByHand_followsItsTransaction(boolean commit) {
        var answer = call("addedByHand", "{\"id\":" + id + ",\"commit\":" + commit + "}");
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(commit ? "item;id=" + id : "", Stale.of(answer));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void transactionAroundAFunction_saysAfterItsOwnCommit(boolean commit) {
        var answer = site.post("app/plain/" + id + "/around?commit=" + commit, "text/plain", "");
        assertEquals("false", answer.body());
        assertEquals(commit ? "item;id=" + id : "", Stale.of(answer));
        assertEquals("{\"item\":\"" + (commit ? "joined" : "none") + "\"}", item(id));
    }

    @ParameterizedTest
    @CsvSource({"add?commit=true, item", "add?commit=false, ''", "add-at-once, item"})
    void serviceThatIsNoFunction_canAdd(String path, String stale) {
        var answer = site.post("app/plain/" + id + "/" + path, "text/plain", "");
        assertEquals(204, answer.statusCode(), answer.body());
        var header = stale.isEmpty() ? "" : stale + ";id=" + id;
        assertEquals(header, Stale.of(answer));
        edgeWasTold(header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "executor"})
    void threadWithoutRequest_runsFunctions(String path) {
        var answer = site.post("app/plain/" + id + "/" + path, "text/plain", "");
        assertEquals("done", answer.body());
        assertEquals("{\"item\":\"joined\"}", item(id));
        EDGE.await("item;id=" + id, 1);
    }

    @Test
    void timer_runsFunctions() throws InterruptedException {
        Assumptions.assumeTrue(hasTimers(), "no enterprise timers on this server");
        assertEquals(204, site.post("timers/timer/" + id, "text/plain", "").statusCode());
        for (int i = 0; i < 100 && item(-id).contains("none"); i++) {
            Thread.sleep(100);
        }
        assertEquals("{\"item\":\"done\"}", item(-id));
        assertEquals("{\"item\":\"joined\"}", item(id));
        EDGE.await("item;id=" + id, 1);
    }

    /** What they change passes no edge; the sink tells it to a real one. */
    @Test
    void threadAndTimer_outdateWhatARealEdgeKeeps() throws InterruptedException, MalformedURLException {
        if (varnish == null) {
            throw Varnish.missing();
        }
        var edge = new Site(varnish.root().resolve("/outcomes/").toURL());
        for (var way :
                hasTimers() ? List.of("app/plain/%d/thread", "timers/timer/%d") : List.of("app/plain/%d/thread")) {
            id = IDS.incrementAndGet();
            var path = "api/mizan/ctx/item/?id=" + id;
            var other = "api/mizan/ctx/item/?id=" + IDS.incrementAndGet();
            for (var kept : List.of(path, other)) {
                assertEquals("{\"item\":\"none\"}", edge.get(kept).body());
                assertEquals(HIT, Stale.one(edge.get(kept), "Cache-Status"));
            }
            site.post(way.formatted(id), "text/plain", "");
            for (int i = 0; i < 100 && edge.get(path).body().contains("none"); i++) {
                Thread.sleep(100);
            }
            assertEquals("{\"item\":\"joined\"}", edge.get(path).body(), way);
            assertEquals(HIT, Stale.one(edge.get(other), "Cache-Status"));
        }
    }

    @Test
    void everything_swallowsTheRest() {
        var answer = call("everythingAdded", "{}");
        assertEquals("*", Stale.of(answer));
        EDGE.await("*", 1);
        assertEquals("{\"invalidate\":[\"*\"],\"result\":null}", answer.body());
    }

    @Test
    void tooLongAHeader_collapsesAlikeInTheBody() {
        var few = call("manyAdded", "{\"number\":2}");
        assertEquals("other;id=1, item;id=0, item;id=1", Stale.of(few));
        var many = call("manyAdded", "{\"number\":50}");
        assertEquals("other;id=1, item", Stale.of(many));
        assertEquals(
                "{\"invalidate\":[{\"context\":\"other\",\"params\":{\"id\":1}},\"item\"],\"result\":null}",
                many.body());
    }

    private HttpResponse<String> call(String function, String args) {
        return site.post("api/mizan/call/", "application/json", "{\"fn\":\"" + function + "\",\"args\":" + args + "}");
    }

    private String item(long of) {
        return site.get("api/mizan/ctx/item/?id=" + of).body();
    }
}
