package org.mizan.it.app.conformance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mizan.Caller;
import org.mizan.Client;
import org.mizan.MizanException;
import org.mizan.Param;
import org.mizan.core.cache.entry.CacheKeys;

/** The functions that change nothing that is shown. */
@ApplicationScoped
public class Echoes {
    @Inject
    private State state;

    @Inject
    private Caller caller;

    public record Order(String sku, List<Line> lines) {}

    public record Line(int quantity, @Nullable String note) {}

    @Client
    public void reset() {
        state.reset();
    }

    @Client
    public String echo(String text) {
        return text;
    }

    @Client
    public int echoInt(int n) {
        return n;
    }

    @Client
    public long echoLong(long n) {
        return n;
    }

    @Client
    public double echoDouble(double value) {
        return value;
    }

    @Client
    public BigDecimal echoDecimal(BigDecimal value) {
        return value;
    }

    @Client
    public boolean echoBoolean(boolean value) {
        return value;
    }

    @Client
    public Map<String, Integer> echoNames(Map<String, Integer> names) {
        return names;
    }

    @Client
    public Order echoOrder(Order order) {
        return order;
    }

    @Client
    public @Nullable String maybe(@Nullable String text) {
        return text;
    }

    @Client
    public int defaulted(@Param(defaultValue = "7") int n) {
        return n;
    }

    @Client(internal = true)
    public void hidden() {}

    @Client
    public int aged(@Max(150) int age) {
        return age;
    }

    @Client
    @RolesAllowed("admin")
    public String administer() {
        return caller.id();
    }

    @Client
    public void fails() {
        throw new IllegalStateException("secret");
    }

    @Client
    public void refuses(String name) {
        throw taken(name);
    }

    @Client
    public String cacheKey(String secret, String context, Map<String, String> params, int rev, @Nullable String user) {
        return new CacheKeys(secret.getBytes(StandardCharsets.UTF_8)).entry(context, new TreeMap<>(params), rev, user);
    }

    static MizanException taken(String name) {
        return new MizanException(409, "TAKEN", "That name is taken.", Map.of("name", name));
    }
}
