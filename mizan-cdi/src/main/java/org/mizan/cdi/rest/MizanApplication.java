package org.mizan.cdi.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/**
 * The library's own Jakarta REST application; a {@code servlet-mapping} in {@code web.xml} to a servlet of this
 * class's name moves it.
 *
 * <p>It lists its classes, so nothing of the user's is in it, and none of them is a resource or a {@code @Provider}, so
 * nothing of it is in an application of the user's that scans. Not final, for Open Liberty proxies it.
 */
@ApplicationPath("/api/mizan")
public class MizanApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Endpoints.class, FailureMapper.class);
    }
}
