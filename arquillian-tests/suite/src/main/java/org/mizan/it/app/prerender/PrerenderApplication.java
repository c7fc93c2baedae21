package org.mizan.it.app.prerender;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** It lists its classes. */
@ApplicationPath("/shop")
public class PrerenderApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(ProductPage.class, OddPage.class);
    }
}
