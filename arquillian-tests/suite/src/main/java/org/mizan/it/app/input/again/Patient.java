package org.mizan.it.app.input.again;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.mizan.Caller;
import org.mizan.Guard;

/** Lets everybody pass. */
@ApplicationScoped
public class Patient implements Guard {
    @Override
    public boolean permits(Caller caller, Map<String, Object> arguments) {
        return true;
    }
}
