package org.mizan.it.app.login;

import jakarta.mvc.security.Csrf;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Scans; MVC checks what {@code @CsrfProtected} says. */
@ApplicationPath("/app")
public class LoginApplication extends Application {
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(Csrf.CSRF_PROTECTION, Csrf.CsrfOptions.EXPLICIT);
    }
}
