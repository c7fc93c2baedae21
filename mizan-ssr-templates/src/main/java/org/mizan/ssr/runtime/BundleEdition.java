package org.mizan.ssr.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mizan.spi.PageEdition;
import org.mizan.ssr.ViewException;

/** Pages that were kept with another bundle name scripts that are no longer there. */
@ApplicationScoped
class BundleEdition implements PageEdition {
    @Inject
    SsrRuntime runtime;

    @Override
    public String current() {
        try {
            return runtime.edition();
        } catch (ViewException e) {
            return ""; // no views, or none that can be shown
        }
    }
}
