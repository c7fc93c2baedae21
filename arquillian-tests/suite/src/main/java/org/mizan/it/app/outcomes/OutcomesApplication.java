package org.mizan.it.app.outcomes;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The application's own resources; listed, for beside enterprise beans Open Liberty answered 404 when it had to scan. */
@ApplicationPath("/app")
public class OutcomesApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(PlainResource.class);
    }
}
