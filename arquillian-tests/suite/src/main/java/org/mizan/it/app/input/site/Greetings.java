package org.mizan.it.app.input.site;

import jakarta.enterprise.context.ApplicationScoped;
import org.mizan.Client;

/** The functions of most WARs here. */
@ApplicationScoped
public class Greetings {
    @Client(context = GreetingContext.class)
    public String greeting() {
        return "good day";
    }
}
