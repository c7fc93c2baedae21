package org.mizan.it.app.bearer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.eclipse.microprofile.auth.LoginConfig;
import org.mizan.it.app.guarded.Pages;

/** Switches MicroProfile JWT on. Payara looks at the annotation of beans only. */
@ApplicationScoped
@ApplicationPath("/app")
@LoginConfig(authMethod = "MP-JWT")
public class BearerApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Pages.class);
    }
}
