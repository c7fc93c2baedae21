package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mizan.it.app.input.again.Tallies;
import org.mizan.it.app.neighbour.NeighbourApplication;
import org.mizan.it.app.probe.ProbeServlet;
import org.mizan.it.app.ssr.again.HelloPage;

/** An application with the library leaves nothing behind when it is deployed again and again. */
@ExtendWith(ArquillianExtension.class)
class RedeployIT {
    private static final int TIMES = 20;

    /** Loaders that a server's own caches may keep of the last deployments, however many there were. */
    private static final int LOADER_ALLOWANCE = Server.name().equals("wildfly") ? 2 : 4;

    /** Further pools of the server that were not full yet; fewer than one thread per redeployment. */
    private static final int THREAD_ALLOWANCE = TIMES - 1;

    /**
     * Open Liberty 26.0.0.3 keeps three loaders each (application, gateway, context) of 5 to 13 out of 22 deployments, even
     * of a WAR whose only library is a jar of annotations: its figures are printed but loaders are not judged.
     */
    private static final String KEEPS_LOADERS = "liberty";

    private static final PurgeListener EDGE = PurgeListener.start(0);

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "probe", testable = false)
    static WebArchive probe() {
        return Wars.plain("probe").addClass(ProbeServlet.class);
    }

    @Deployment(name = "again", managed = false, testable = false)
    static WebArchive again() {
        return Wars.withViews(Wars.app("again"), "mizan.ssr.workers=2", PurgeListener.settings(10, EDGE))
                .addAsWebInfResource("org/mizan/it/app/ssr/views/Hello.tsx", "views/Hello.tsx")
                .addAsWebInfResource("org/mizan/it/app/ssr/views/_lib/loud.ts", "views/_lib/loud.ts")
                .addClass(HelloPage.class)
                .addPackage(NeighbourApplication.class.getPackage())
                .addPackage(Tallies.class.getPackage());
    }

    @Test
    void twentyRedeployments_leaveNoLoaderThreadProcessOrFolder() throws InterruptedException {
        cycle();
        cycle();
        Map<String, Integer> before = figures();
        for (int i = 0; i < TIMES; i++) {
            cycle();
        }
        // The JDK's HTTP client has no end before Java 21: its thread ends up to 3 s after it was collected.
        figures();
        Thread.sleep(4_000);
        Map<String, Integer> after = figures();
        String change = Server.name() + ": before " + before + ", after " + TIMES + " redeployments " + after;
        System.out.println(change);
        boolean keepsLoaders =
                !KEEPS_LOADERS.equals(Server.name()) && after.get("loaders") - before.get("loaders") > LOADER_ALLOWANCE;
        boolean keepsThreads = after.get("threads") - before.get("threads") > THREAD_ALLOWANCE;
        boolean keepsFolders = after.get("folders") > before.get("folders");
        boolean keepsProcesses = !before.get("children").equals(after.get("children"));
        if (keepsLoaders || keepsThreads || keepsProcesses || keepsFolders) {
            System.out.println(Site.of("probe").get("jvm?detail").body());
            fail(change);
        }
    }

    private void cycle() {
        deployer.deploy("again");
        use(Site.of("again"));
        deployer.undeploy("again");
    }

    /** Every part of the library has its chance to keep something: each kind of request, of outcome, of transaction. */
    private static void use(Site site) {
        assertEquals("/again 1", site.get("app/count").body());
        assertEquals(
                "{\"tally\":{\"count\":0,\"id\":1}}",
                site.get("api/mizan/ctx/tally/?id=1").body());
        assertEquals("tally;id=1", stale(call(site, "{\"fn\":\"mark\",\"args\":{\"id\":1,\"times\":2}}", 200)));
        call(site, "{\"fn\":\"mark\",\"args\":{\"id\":1,\"times\":0}}", 422);
        call(site, "{\"fn\":\"fail\",\"args\":{\"id\":1}}", 500);
        call(site, "{\"fn\":\"nobody\"}", 404);
        EDGE.await("tally;id=1", 1);
        var route = site.send(site.request("marks/3").POST(BodyPublishers.noBody()));
        assertEquals(204, route.statusCode(), route.body());
        assertEquals("tally;id=3", stale(route));
        assertEquals(200, site.get("api/mizan/session/").statusCode());
        var page = site.get("app/hello").body();
        assertTrue(page.contains("Hello <!-- -->again</p>"), page);
    }

    private static HttpResponse<String> call(Site site, String body, int status) {
        var answer = site.post("api/mizan/call/", "application/json", body);
        assertEquals(status, answer.statusCode(), answer.body());
        return answer;
    }

    private static String stale(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Mizan-Invalidate").orElse("");
    }

    private static Map<String, Integer> figures() {
        return Site.of("probe")
                .get("jvm")
                .body()
                .lines()
                .map(line -> line.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Integer.valueOf(pair[1])));
    }
}
