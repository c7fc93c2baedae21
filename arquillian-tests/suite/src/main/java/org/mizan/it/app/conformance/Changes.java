package org.mizan.it.app.conformance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mizan.Client;
import org.mizan.Invalidations;
import org.mizan.Param;

/** The mutations, none of which has a transaction. */
@ApplicationScoped
public class Changes {
    @Inject
    private State state;

    @Inject
    private Invalidations stale;

    @Client(affects = Shown.User.class)
    public void rename(long userId, String name) {
        state.rename(userId, name);
    }

    @Client(affects = {Shown.User.class, Shown.Site.class})
    public Reads.Profile renameAndTell(long userId, String name) {
        state.rename(userId, name);
        return new Reads.Profile(userId, state.name(userId));
    }

    @Client(affects = Shown.Counts.class)
    public int increment(String name) {
        return state.increment(name);
    }

    @Client(affectsFunctions = "userProfile")
    public void touchProfile(long userId) {}

    @Client(affects = Shown.User.class)
    public void touchUsers() {}

    @Client(affects = Shown.Orders.class)
    public void touchOrders(long userId, String reason) {}

    @Client(affects = Shown.Orders.class)
    public void touchPage(long userId, @Nullable Integer page) {}

    @Client(affects = Shown.Orders.class)
    public void touchFirstPage(long userId, @Param(defaultValue = "1") int page) {}

    @Client(
            affects = {Shown.Site.class, Shown.Orders.class, Shown.User.class},
            affectsFunctions = "userProfile")
    public void touchMuch(long userId) {}

    @Client(affects = Shown.Search.class)
    public void touchSearch(String q) {}

    @Client(affects = Shown.Values.class)
    public void touchValues(
            @Nullable Instant at,
            @Nullable Long big,
            Reads.@Nullable Color color,
            @Nullable LocalDate day,
            @Nullable Double half,
            @Nullable UUID key,
            @Nullable BigDecimal price,
            @Nullable List<String> tags,
            @Nullable String text,
            @Nullable Integer whole,
            @Nullable Boolean yes) {}

    @Client(affects = Shown.User.class)
    public void renameAndFail(long userId, String name) {
        state.rename(userId, name);
        throw new IllegalStateException("secret");
    }

    @Client(affects = Shown.User.class)
    public void renameAndRefuse(long userId, String name) {
        state.rename(userId, name);
        throw Echoes.taken(name);
    }

    @Client
    public void addUser(long userId) {
        stale.add(Shown.User.class, Map.of("userId", userId));
    }

    @Client
    public void addEverything() {
        stale.everything();
    }

    @Client
    public void addAndEverything(long userId) {
        stale.add(Shown.User.class, Map.of("userId", userId));
        stale.everything();
        stale.add(Shown.Search.class);
    }

    @Client(affects = Shown.User.class)
    public void addTwice(long userId) {
        stale.add(Shown.User.class);
    }

    @Client(affects = Shown.Site.class)
    public void addMany(int count) {
        for (int i = 0; i < count; i++) {
            stale.add(Shown.Search.class, Map.of("q", Integer.toString(i)));
        }
    }
}
