package org.mizan.it.app.input.site;

import jakarta.enterprise.context.ApplicationScoped;
import org.mizan.Client;

/** Has a function of the same name as {@link Greetings}; never in the same WAR. */
@ApplicationScoped
public class OtherGreetings {
    @Client(context = GreetingContext.class)
    public String greeting() {
        return "good night";
    }
}
