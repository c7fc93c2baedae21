package org.mizan.samples.storefront.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mizan.Caller;
import org.mizan.Client;
import org.mizan.samples.storefront.signin.Roles;

/** Tells the front end who signed in. What they may do is decided where they do it. */
@ApplicationScoped
public class Visitors {

    @Inject
    Caller caller;

    @Client(context = VisitorContext.class)
    public Visitor visitor() {
        return new Visitor(
                caller.roles().contains(Roles.CUSTOMER) ? Long.valueOf(caller.id()) : null,
                caller.roles().contains(Roles.ADMIN));
    }
}
