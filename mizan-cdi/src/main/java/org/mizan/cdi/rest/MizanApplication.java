package org.mizan.cdi.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/**
 * The library's own Jakarta REST application; a {@code servlet-mapping} in {@code web.xml} to a servlet of this
 * class's name moves it.
 *
 * <p>It lists its classes, so nothing of the user's is in it. A user's application that scans finds our resource all
 * the same; the property tells that one from this one. Not final, for Open Liberty proxies it.
 */
@ApplicationPath("/api/mizan")
public class MizanApplication extends Application {
    /** The property that only this application has. */
    static final String MARKER = "org.mizan.application";

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(MizanResource.class, FailureMapper.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(MARKER, Boolean.TRUE);
    }
}
