package org.mizan.it.app.views;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists its classes, so no provider of a library is in it. */
@ApplicationPath("/list")
public class ListingApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                Views.class,
                TransactedViews.class,
                Pages.class,
                Errors.class,
                Access.class,
                Bare.class,
                TeapotMapper.class);
    }
}
