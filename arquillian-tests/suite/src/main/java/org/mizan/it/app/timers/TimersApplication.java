package org.mizan.it.app.timers;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The resource that begins timers. */
@ApplicationPath("/timers")
public class TimersApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(TimerResource.class);
    }
}
