package org.mizan.it.app.guarded;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The resource. */
@ApplicationPath("/app")
public class GuardedApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Pages.class);
    }
}
