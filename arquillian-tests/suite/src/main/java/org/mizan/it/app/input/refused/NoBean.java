package org.mizan.it.app.input.refused;

import java.util.Map;
import org.mizan.Caller;
import org.mizan.Guard;

/** Looks like a guard but is no CDI bean: it cannot be made. */
public class NoBean implements Guard {
    private final String reason;

    public NoBean(String reason) {
        this.reason = reason;
    }

    @Override
    public boolean permits(Caller caller, Map<String, Object> arguments) {
        return reason.isEmpty();
    }
}
