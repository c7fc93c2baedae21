package org.mizan.it.app.guarded;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import org.mizan.Client;
import org.mizan.Guarded;
import org.mizan.ReactContext;

/** Contexts of one function each. */
@ApplicationScoped
public class Reads extends Recorded {
    /** Read by one function. */
    public static final class OpenContext implements ReactContext {}

    /** Read by one function. */
    public static final class ClosedContext implements ReactContext {}

    /** Read by one function. */
    public static final class AdminsContext implements ReactContext {}

    /** Read by one function. */
    public static final class SignedInContext implements ReactContext {}

    /** Read by one function. */
    public static final class OddContext implements ReactContext {}

    /** Read by one function. */
    public static final class BareContext implements ReactContext {}

    @Client(context = OpenContext.class)
    @PermitAll
    public int readOpen(int number) {
        return number;
    }

    @Client(context = ClosedContext.class)
    @DenyAll
    public int readClosed(int number) {
        return number;
    }

    @Client(context = AdminsContext.class)
    @RolesAllowed("admin")
    public int readAdmins(int number) {
        return number;
    }

    @Client(context = SignedInContext.class)
    @RolesAllowed("**")
    public int readSignedIn(int number) {
        return number;
    }

    @Client(context = OddContext.class)
    @PermitAll
    @Guarded(Odd.class)
    public int readOdd(int number) {
        return number;
    }

    @Client(context = BareContext.class)
    public int readBare(int number) {
        return number;
    }
}
