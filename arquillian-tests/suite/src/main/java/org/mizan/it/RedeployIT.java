package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mizan.it.app.neighbour.NeighbourApplication;
import org.mizan.it.app.probe.ProbeServlet;

/** An application with the library leaves nothing behind when it is deployed again and again. */
@ExtendWith(ArquillianExtension.class)
class RedeployIT {
    private static final int TIMES = 20;

    /** Loaders that a server's own caches may keep of the last deployments, however many there were. */
    private static final int LOADER_ALLOWANCE = 4;

    /** Pools of the server that were not full yet (Payara's grow by about 10); fewer than one per redeployment. */
    private static final int THREAD_ALLOWANCE = TIMES - 1;

    /**
     * Open Liberty 26.0.0.3 keeps three loaders each (application, gateway, context) of 5 to 13 out of 22 deployments, even
     * of a WAR whose only library is a jar of annotations: its figures are printed but loaders are not judged.
     */
    private static final String KEEPS_LOADERS = "liberty";

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "probe", testable = false)
    static WebArchive probe() {
        return Wars.plain("probe").addClass(ProbeServlet.class);
    }

    @Deployment(name = "again", managed = false, testable = false)
    static WebArchive again() {
        return Wars.app("again").addPackage(NeighbourApplication.class.getPackage());
    }

    @Test
    void twentyRedeployments_leaveNoLoaderThreadOrProcess() {
        cycle();
        cycle();
        Map<String, Integer> before = figures();
        for (int i = 0; i < TIMES; i++) {
            cycle();
        }
        Map<String, Integer> after = figures();
        String change = Server.name() + ": before " + before + ", after " + TIMES + " redeployments " + after;
        System.out.println(change);
        if (!KEEPS_LOADERS.equals(Server.name()) && after.get("loaders") - before.get("loaders") > LOADER_ALLOWANCE) {
            System.out.println(Site.of("probe").get("jvm?detail").body());
            fail(change);
        }
        assertTrue(after.get("threads") - before.get("threads") <= THREAD_ALLOWANCE, change);
        assertEquals(before.get("children"), after.get("children"), change);
    }

    private void cycle() {
        deployer.deploy("again");
        assertEquals("/again 1", Site.of("again").get("app/count").body());
        deployer.undeploy("again");
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
