package org.mizan.it.app.guarded;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.mizan.Caller;
import org.mizan.Guard;

/** Lets odd numbers pass, of callers who are signed in. */
@ApplicationScoped
public class Odd implements Guard {
    @Override
    public boolean permits(Caller caller, Map<String, Object> arguments) {
        return caller.authenticated() && arguments.get("number") instanceof Integer number && number % 2 == 1;
    }
}
