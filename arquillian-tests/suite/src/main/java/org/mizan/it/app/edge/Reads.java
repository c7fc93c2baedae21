package org.mizan.it.app.edge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.mizan.Client;
import org.mizan.Invalidations;

/** Reads of several kinds. */
@ApplicationScoped
public class Reads {
    @Inject
    private HttpServletRequest request;

    @Inject
    private Invalidations invalidations;

    @Client(context = OwnContext.class)
    public String own(long userId) {
        return "of " + userId;
    }

    @Client(context = StaffContext.class)
    @RolesAllowed("user")
    public String staff() {
        return "for staff";
    }

    @Client(context = NeverContext.class, cache = Client.NEVER)
    public String never() {
        return "new each time";
    }

    @Client(context = ShortContext.class, cache = 7)
    public String brief(String kind) {
        switch (kind) {
            case "session" -> request.getSession();
            case "changes" -> invalidations.everything();
            case "throws" -> throw new IllegalStateException("on purpose");
            default -> {
                // nothing besides
            }
        }
        return kind;
    }
}
