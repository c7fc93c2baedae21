package org.mizan.it.app.outcomes;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The resources that reach what is no function. */
@ApplicationPath("/app")
public class OutcomesApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(PlainResource.class);
    }
}
