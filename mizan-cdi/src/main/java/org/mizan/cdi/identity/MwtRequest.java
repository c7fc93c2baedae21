package org.mizan.cdi.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import org.mizan.core.schema.Access;
import org.mizan.core.token.VerifiedToken;

/** A request whose caller is the one that its MWT names, for the container's guards and everybody else's alike. */
final class MwtRequest extends HttpServletRequestWrapper {
    /** The attribute with the verified token. */
    static final String ATTRIBUTE = "org.mizan.mwt";

    private final VerifiedToken token;

    MwtRequest(HttpServletRequest request, VerifiedToken token) {
        super(request);
        this.token = token;
        request.setAttribute(ATTRIBUTE, token);
    }

    @Override
    public Principal getUserPrincipal() {
        return token::id;
    }

    @Override
    public String getRemoteUser() {
        return token.id();
    }

    @Override
    public boolean isUserInRole(String role) {
        return role.equals(Access.ANYBODY_SIGNED_IN) || token.roles().contains(role);
    }

    @Override
    public String getAuthType() {
        return "MWT";
    }
}
