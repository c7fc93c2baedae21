package org.mizan.bench.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import org.mizan.Caller;
import org.mizan.Client;
import org.mizan.Guard;
import org.mizan.Guarded;

/** A function for everybody, one behind a guard, and one for a role. */
@ApplicationScoped
public class PublicFunctions {

    /** Lets everybody pass. */
    @ApplicationScoped
    public static class Anybody implements Guard {
        @Override
        public boolean permits(Caller caller, Map<String, Object> arguments) {
            return true;
        }
    }

    /** What the interceptors of views ask for, which are on the class path too: a request that nobody made. */
    @ApplicationScoped
    public static class NoRequest {
        /** An application that has nothing. */
        @Produces
        public ServletContext application() {
            return (ServletContext) Proxy.newProxyInstance(
                    ServletContext.class.getClassLoader(),
                    new Class<?>[] {ServletContext.class},
                    (proxy, method, arguments) -> null);
        }

        /** That request. */
        @Produces
        public HttpServletRequest request() {
            return new Sent(Map.of(), null, Set.of(), Map.of());
        }
    }

    /** For everybody. */
    @Client
    public int everybody(int number) {
        return number;
    }

    /** Behind a guard. */
    @Client
    @Guarded(Anybody.class)
    public int guarded(int number) {
        return number;
    }

    /** For a role. */
    @Client
    @RolesAllowed("editor")
    public int editors(int number) {
        return number;
    }
}
