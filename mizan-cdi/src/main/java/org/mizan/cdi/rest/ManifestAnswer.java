package org.mizan.cdi.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.call.Answer;
import org.mizan.core.manifest.EdgeManifest;

/** What {@code GET {base}/manifest/} answers, where the settings expose it (PROTOCOL §8). */
@ApplicationScoped
public class ManifestAnswer {
    @Inject
    MizanRuntime runtime;

    @Inject
    ServletContext context;

    private volatile @Nullable Made made;

    /** A manifest for the endpoints at one base. */
    private record Made(String base, String text) {}

    /** Whether there is one. */
    boolean exposed() {
        return runtime.settings().manifest().exposed();
    }

    /**
     * The manifest.
     *
     * @param application where the library's application was reached
     */
    Answer of(URI application) {
        var base = base(application.getRawPath());
        var before = made;
        if (before == null || !before.base().equals(base)) {
            before = new Made(
                    base,
                    EdgeManifest.of(runtime.registry(), runtime.settings().manifest(), base)
                            .text());
            made = before;
        }
        return new Answer(200, before.text());
    }

    private String base(String path) {
        var within = path.startsWith(context.getContextPath())
                ? path.substring(context.getContextPath().length())
                : path;
        return within.endsWith("/") ? within.substring(0, within.length() - 1) : within;
    }
}
