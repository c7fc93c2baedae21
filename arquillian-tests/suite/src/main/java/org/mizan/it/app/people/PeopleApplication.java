package org.mizan.it.app.people;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The user's own Jakarta REST application: it lists its classes, so no provider of the library is picked up. */
@ApplicationPath("/app")
public class PeopleApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(ProfilePage.class);
    }
}
