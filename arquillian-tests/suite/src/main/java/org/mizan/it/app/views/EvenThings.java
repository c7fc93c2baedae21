package org.mizan.it.app.views;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.mizan.Caller;
import org.mizan.Guard;

/** Lets things with an even id through. */
@ApplicationScoped
public class EvenThings implements Guard {
    @Override
    public boolean permits(Caller caller, Map<String, Object> arguments) {
        return (Long) arguments.get("id") % 2 == 0;
    }
}
