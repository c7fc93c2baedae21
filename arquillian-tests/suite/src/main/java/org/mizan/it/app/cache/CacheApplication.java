package org.mizan.it.app.cache;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The resources beside the functions. */
@ApplicationPath("/app")
public class CacheApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(AccountResource.class);
    }
}
