package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mizan.it.app.neighbour.NeighbourApplication;

/** Two applications with the library, at once on one server, know nothing of each other. */
@ExtendWith(ArquillianExtension.class)
class TwoAppsIT {
    @Deployment(name = "left", order = 1, testable = false)
    static WebArchive left() {
        return Wars.app("left").addPackage(NeighbourApplication.class.getPackage());
    }

    @Deployment(name = "right", order = 2, testable = false)
    static WebArchive right() {
        return Wars.app("right").addPackage(NeighbourApplication.class.getPackage());
    }

    @Test
    void eachApplication_hasItsOwnState(
            @ArquillianResource @OperateOnDeployment("left") URL left,
            @ArquillianResource @OperateOnDeployment("right") URL right) {
        assertEquals("/left 1", new Site(left).get("app/count").body());
        assertEquals("/left 2", new Site(left).get("app/count").body());
        assertEquals("/right 1", new Site(right).get("app/count").body());
    }
}
