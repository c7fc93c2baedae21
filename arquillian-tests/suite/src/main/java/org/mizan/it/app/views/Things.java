package org.mizan.it.app.views;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.mizan.Client;

/** The beans behind the views. */
@ApplicationScoped
public class Things {
    @Client(context = ThingContext.class)
    public String thing(long id) {
        return "thing " + id;
    }

    @Client(affects = ThingContext.class)
    @Transactional
    public void touch(long id) {
        // what it would write does not matter here
    }
}
