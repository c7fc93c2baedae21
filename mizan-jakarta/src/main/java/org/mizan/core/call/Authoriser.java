package org.mizan.core.call;

import java.util.Collections;
import java.util.SortedSet;
import org.mizan.Caller;
import org.mizan.core.bind.Arguments;
import org.mizan.core.protocol.ErrorCode;
import org.mizan.core.schema.Access;
import org.mizan.core.schema.FunctionModel;
import org.mizan.spi.BeanInvoker;

/** Decides whether a caller may call a function: roles first, guards when the arguments are bound. Thread-safe. */
public final class Authoriser {
    private final BeanInvoker beans;

    /** Creates one that asks guards through the given beans. */
    public Authoriser(BeanInvoker beans) {
        this.beans = beans;
    }

    /**
     * Checks the roles.
     *
     * @throws Refusal 401 for nobody, 403 for somebody
     */
    public void checkRoles(FunctionModel function, Caller caller) {
        if (!permits(function.access(), caller)) {
            throw caller.authenticated()
                    ? new Refusal(ErrorCode.FORBIDDEN, "You may not call this function.")
                    : new Refusal(ErrorCode.UNAUTHORIZED, "Sign in to call this function.");
        }
    }

    private static boolean permits(Access access, Caller caller) {
        return switch (access.rule()) {
            case PERMIT -> true;
            case DENY -> false;
            case ROLES -> caller.authenticated() && isInOne(access.roles(), caller);
        };
    }

    /** Asks for the caller's roles once, and only when they matter: the container is asked for each. */
    private static boolean isInOne(SortedSet<String> roles, Caller caller) {
        return roles.contains(Access.ANYBODY_SIGNED_IN) || !Collections.disjoint(roles, caller.roles());
    }

    /**
     * Asks the guards.
     *
     * @throws Refusal 403 when one of them says no
     */
    public void checkGuards(FunctionModel function, Caller caller, Arguments arguments) {
        for (var guard : function.guards()) {
            if (!beans.permits(guard, caller, arguments.values())) {
                throw new Refusal(ErrorCode.FORBIDDEN, "You may not call this function with these arguments.");
            }
        }
    }
}
