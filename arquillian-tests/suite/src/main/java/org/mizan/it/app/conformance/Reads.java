package org.mizan.it.app.conformance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mizan.Caller;
import org.mizan.Client;
import org.mizan.Param;

/** The functions of contexts. */
@ApplicationScoped
public class Reads {
    @Inject
    private State state;

    @Inject
    private Caller caller;

    public record Profile(long id, String name) {}

    public record Page(int page, @Nullable String sort, long userId) {}

    public record Me(String id, List<String> roles) {}

    public enum Color {
        RED,
        GREEN
    }

    public record Values(
            @Nullable Instant at,
            @Nullable Long big,
            @Nullable Color color,
            @Nullable LocalDate day,
            @Nullable Double half,
            @Nullable UUID key,
            @Nullable BigDecimal price,
            @Nullable List<String> tags,
            @Nullable String text,
            @Nullable Integer whole,
            @Nullable Boolean yes) {}

    @Client(context = Shown.User.class)
    public Profile userProfile(long userId) {
        return new Profile(userId, state.name(userId));
    }

    @Client(context = Shown.User.class)
    public List<String> userOrders(long userId) {
        return List.of("order 1 of " + userId, "order 2 of " + userId);
    }

    @Client(context = Shown.Orders.class)
    public Page orderPage(long userId, @Param(defaultValue = "1") int page, @Nullable String sort) {
        return new Page(page, sort, userId);
    }

    @Client(context = Shown.Orders.class)
    public long orderTotal(long userId) {
        return userId * 10;
    }

    @Client(context = Shown.Site.class)
    public String siteName() {
        return "Mizan";
    }

    @Client(context = Shown.Search.class)
    public String found(String q) {
        return q;
    }

    @Client(context = Shown.Values.class)
    public Values values(
            @Nullable Instant at,
            @Nullable Long big,
            @Nullable Color color,
            @Nullable LocalDate day,
            @Nullable Double half,
            @Nullable UUID key,
            @Nullable BigDecimal price,
            @Nullable List<String> tags,
            @Nullable String text,
            @Nullable Integer whole,
            @Nullable Boolean yes) {
        return new Values(at, big, color, day, half, key, price, tags, text, whole, yes);
    }

    @Client(context = Shown.Counts.class)
    public int counted(String name) {
        return state.count(name);
    }

    @Client(context = Shown.Broken.class)
    public String broken() {
        throw new IllegalStateException("secret");
    }

    @Client(context = Shown.Me.class)
    @RolesAllowed("**")
    public Me whoami() {
        return new Me(caller.id(), List.copyOf(caller.roles()));
    }

    @Client(context = Shown.Rates.class, cache = 300, rev = 1)
    public List<String> rateNames() {
        return List.of("EUR", "USD");
    }

    @Client(context = Shown.Rates.class, cache = 60, rev = 2)
    public int rateOf(String currency) {
        return 7;
    }

    @Client(context = Shown.Moment.class, cache = Client.NEVER)
    public int moment() {
        return 1;
    }

    @Client(context = Shown.Names.class, name = "listedNames")
    public int names(@Param("pageSize") int most) {
        return most * 2;
    }
}
