package org.mizan.it.app.conformance;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The pages. */
@ApplicationPath("/pages")
public class ConformanceApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(UserPage.class, CounterPage.class, RatePage.class);
    }
}
