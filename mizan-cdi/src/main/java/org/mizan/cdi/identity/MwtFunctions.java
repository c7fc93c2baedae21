package org.mizan.cdi.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import org.mizan.Caller.Authentication;
import org.mizan.Client;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.call.Refusal;
import org.mizan.core.protocol.ErrorCode;
import org.mizan.core.schema.Access;
import org.mizan.core.schema.Registry;
import org.mizan.core.token.MintRefusedException;

/** The built-in function that issues tokens (PROTOCOL §10); offered when {@code mizan.mwt.secret} is set. */
@ApplicationScoped
public class MwtFunctions {
    private static final Logger LOG = System.getLogger(MwtFunctions.class.getName());

    @Inject
    MizanRuntime runtime;

    @Inject
    CurrentCaller caller;

    /**
     * A token and when it ends.
     *
     * @param token for the header {@code X-Mizan-Token}
     */
    public record Grant(String token, Instant expiresAt) {}

    /**
     * A token for the caller, who proved by something else than a token of ours who it is: none renews itself. It never
     * outlives the bearer token that the caller came with.
     */
    @Client(name = Registry.MWT_FUNCTION)
    @RolesAllowed(Access.ANYBODY_SIGNED_IN)
    public Grant mwtObtain() {
        if (caller.authentication() == Authentication.MWT) {
            throw new Refusal(ErrorCode.FORBIDDEN, "A token cannot be had for a token. Sign in again.");
        }
        var issuer = runtime.issuer().orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such function."));
        try {
            var issued =
                    issuer.mint(caller.id(), caller.roles(), caller.expiration().orElse(null));
            return new Grant(issued.token(), issued.expiresAt());
        } catch (MintRefusedException e) {
            LOG.log(Level.WARNING, "MIZAN-01100: no token for a caller: {0}", e.getMessage());
            throw new Refusal(ErrorCode.FORBIDDEN, "No token can be issued to you.");
        }
    }
}
