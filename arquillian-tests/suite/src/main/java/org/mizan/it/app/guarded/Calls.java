package org.mizan.it.app.guarded;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import org.mizan.Client;
import org.mizan.Guarded;
import org.mizan.Route;

/** Calls and routes. */
@ApplicationScoped
public class Calls extends Recorded {
    @Client
    @PermitAll
    public int callOpen(int number) {
        return number;
    }

    @Client
    @DenyAll
    public int callClosed(int number) {
        return number;
    }

    @Client
    @RolesAllowed("admin")
    public int callAdmins(int number) {
        return number;
    }

    @Client
    @RolesAllowed("**")
    public int callSignedIn(int number) {
        return number;
    }

    @Client
    @PermitAll
    @Guarded(Odd.class)
    public int callOdd(int number) {
        return number;
    }

    @Client
    public int callBare(int number) {
        return number;
    }

    @Client
    @Route(path = "/route/open", methods = "POST")
    @PermitAll
    public int routeOpen(int number) {
        return number;
    }

    @Client
    @Route(path = "/route/closed", methods = "POST")
    @DenyAll
    public int routeClosed(int number) {
        return number;
    }

    @Client
    @Route(path = "/route/admins", methods = "POST")
    @RolesAllowed("admin")
    public int routeAdmins(int number) {
        return number;
    }

    @Client
    @Route(path = "/route/signedIn", methods = "POST")
    @RolesAllowed("**")
    public int routeSignedIn(int number) {
        return number;
    }

    @Client
    @Route(path = "/route/odd", methods = "POST")
    @PermitAll
    @Guarded(Odd.class)
    public int routeOdd(int number) {
        return number;
    }

    @Client
    @Route(path = "/route/bare", methods = "POST")
    public int routeBare(int number) {
        return number;
    }
}
