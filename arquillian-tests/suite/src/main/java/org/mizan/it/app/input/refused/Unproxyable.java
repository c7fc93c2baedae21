package org.mizan.it.app.input.refused;

import jakarta.enterprise.context.ApplicationScoped;
import org.mizan.Client;

/** CDI itself could not proxy it. */
@ApplicationScoped
public final class Unproxyable {
    @Client
    public void called() {}
}
