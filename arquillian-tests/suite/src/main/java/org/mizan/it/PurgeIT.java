package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mizan.it.app.input.again.Tallies;
import org.mizan.it.app.purge.RememberingSink;

/** Invalidations that no edge saw: two nodes without an origin cache tell three edges, one of them slow, one of them down. */
@ExtendWith(ArquillianExtension.class)
class PurgeIT {
    private static final AtomicInteger IDS = new AtomicInteger();
    private static final PurgeListener QUICK = PurgeListener.start(0);
    private static final PurgeListener SLOW = PurgeListener.start(2_000);
    private static final PurgeListener DOWN = PurgeListener.later(0);

    private final int id = IDS.incrementAndGet();

    @Deployment(name = "purge-a", order = 1, testable = false)
    static WebArchive nodeA() {
        return application("purge-a");
    }

    @Deployment(name = "purge-b", order = 2, testable = false)
    static WebArchive nodeB() {
        return application("purge-b");
    }

    private static WebArchive application(String name) {
        return Wars.app(name)
                .addPackage(Tallies.class.getPackage())
                .addPackage(RememberingSink.class.getPackage())
                .addAsWebInfResource(
                        new StringAsset(PurgeListener.settings(1, QUICK, SLOW, DOWN)),
                        "classes/META-INF/microprofile-config.properties");
    }

    private static HttpResponse<String> call(String node, String function, String args) {
        return Site.of(node)
                .post("api/mizan/call/", "application/json", "{\"fn\":\"" + function + "\",\"args\":" + args + "}");
    }

    private static void mark(String node, int id) {
        var answer = call(node, "mark", "{\"id\":" + id + ",\"times\":1}");
        assertEquals(200, answer.statusCode(), answer::body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"purge-a", "purge-b"})
    void mutationOnEitherNode_isTold_andOnceMoreAfterSettling(String node) {
        mark(node, id);
        QUICK.await("tally;id=" + id, 2);
    }

    @Test
    void rollback_isNotTold() {
        assertEquals(500, call("purge-a", "fail", "{\"id\":" + id + "}").statusCode());
        int fence = IDS.incrementAndGet();
        mark("purge-a", fence);
        QUICK.await("tally;id=" + fence, 2);
        assertTrue(!QUICK.told().contains("tally;id=" + id));
        assertTrue(!QUICK.told().contains("?"), "other requests than expected");
    }

    @Test
    void slowEdge_andSinkThatThrows_delayNoMutation_norOtherSinks() {
        mark("purge-a", id);
        SLOW.await("tally;id=" + id, 1);
        long begun = System.nanoTime();
        int last = id;
        for (int i = 0; i < 50; i++) {
            last = IDS.incrementAndGet();
            mark("purge-a", last);
        }
        assertTrue(System.nanoTime() - begun < 10_000_000_000L, "one after the other they would be 100 s");
        QUICK.await("tally;id=" + last, 1);
        assertTrue(call("purge-a", "toldSink", "{}").body().contains("\"tally;id=" + last + "\""));
        SLOW.await("tally;id=" + last, 1);
    }

    @Test
    void edgeThatWasDown_isToldOnceItIsUp() {
        mark("purge-a", id);
        int other = IDS.incrementAndGet();
        mark("purge-b", other);
        QUICK.await("tally;id=" + id, 1);
        DOWN.listen();
        DOWN.await("tally;id=" + id, 1);
        DOWN.await("tally;id=" + other, 1);
        assertTrue(Set.copyOf(DOWN.told()).containsAll(Set.of("tally;id=" + id, "tally;id=" + other)));
    }
}
