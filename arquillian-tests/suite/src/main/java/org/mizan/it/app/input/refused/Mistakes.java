package org.mizan.it.app.input.refused;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.mizan.Client;
import org.mizan.Guarded;
import org.mizan.Route;

/** One mistake in each method. */
@ApplicationScoped
public class Mistakes {
    @Client(context = KnownContext.class)
    public String known(int id) {
        return "" + id;
    }

    @Client(context = KnownContext.class)
    public String otherType(String id) {
        return id;
    }

    @Client(context = KnownContext.class)
    public void nothing() {}

    @Client(context = KnownContext.class, affects = KnownContext.class)
    public String both() {
        return "";
    }

    @Client(name = "known")
    public void twin() {}

    @Client(affects = EmptyContext.class)
    public void affectsNothing() {}

    @Client(affectsFunctions = "knwon")
    public void misspelt() {}

    @Client
    public Object anything() {
        return "";
    }

    @Client
    @SuppressWarnings("rawtypes")
    public List raw() {
        return List.of();
    }

    @Client
    public CompletionStage<String> later() {
        return CompletableFuture.completedFuture("");
    }

    @Client(cache = -1)
    public String negative() {
        return "";
    }

    @Client(name = "not a name")
    public void misnamed() {}

    @Client
    @Guarded(NoBean.class)
    public void guarded() {}

    @Client
    @Route(path = "/hooks/{id}", methods = "POST")
    public void hook(String id) {}

    @Client
    @Route(path = "/hooks/{name}", methods = "POST")
    public void sameHook(String name) {}

    @Client
    public final void sealed() {}

    @Client
    public static void shared() {}
}
