package org.mizan.core.call;

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
            case ROLES ->
                caller.authenticated()
                        && access.roles().stream()
                                .anyMatch(role -> role.equals(Access.ANYBODY_SIGNED_IN)
                                        || caller.roles().contains(role));
        };
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
