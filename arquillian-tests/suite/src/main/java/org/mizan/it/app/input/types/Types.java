package org.mizan.it.app.input.types;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.mizan.Client;
import org.mizan.MizanException;
import org.mizan.Param;

/** Says what arrived. */
@ApplicationScoped
public class Types {
    private final AtomicInteger readings = new AtomicInteger();

    @Client
    public Everything same(Everything value) {
        return value;
    }

    @Client
    public List<Everything.Part> parts(List<Everything.Part> parts) {
        return parts;
    }

    @Client
    public Map<String, Integer> table(Map<String, Integer> table) {
        return table;
    }

    @Client
    public JsonValue json(JsonValue json) {
        return json;
    }

    @Client
    public JsonObject object(JsonObject object) {
        return object;
    }

    @Client
    public byte[] bytes(byte[] bytes) {
        var reversed = bytes.clone();
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    @Client
    public BigDecimal price(BigDecimal price) {
        return price.add(new BigDecimal("0.10"));
    }

    @Client
    public int[] squares(int[] numbers) {
        return Arrays.stream(numbers).map(number -> number * number).toArray();
    }

    @Client
    public String defaults(
            @Param(defaultValue = "7") int whole,
            @Param(defaultValue = "SMALL") Size size,
            @Param(defaultValue = "2024-02-29") LocalDate day,
            @Param("named") Optional<String> renamed,
            OptionalInt number) {
        return whole + " " + size + " " + day + " " + renamed.orElse("-") + " " + number.orElse(-1);
    }

    @Client
    public void nothing() {}

    @Client
    public Optional<String> maybe(boolean present) {
        return present ? Optional.of("here") : Optional.empty();
    }

    @Client(context = CoercedContext.class)
    public Map<String, String> coerced(
            Optional<Integer> whole,
            Optional<Long> large,
            Optional<BigDecimal> price,
            Optional<Double> binary,
            Optional<Boolean> flag,
            Optional<Size> size,
            Optional<UUID> id,
            Optional<LocalDate> day,
            Optional<Instant> instant,
            Optional<String> text,
            Optional<List<Integer>> many,
            Optional<List<Size>> sizes) {
        var seen = new TreeMap<String, String>();
        whole.ifPresent(value -> seen.put("whole", value.toString()));
        large.ifPresent(value -> seen.put("large", value.toString()));
        price.ifPresent(value -> seen.put("price", value.toPlainString()));
        binary.ifPresent(value -> seen.put("binary", value.toString()));
        flag.ifPresent(value -> seen.put("flag", value.toString()));
        size.ifPresent(value -> seen.put("size", value.name()));
        id.ifPresent(value -> seen.put("id", value.toString()));
        day.ifPresent(value -> seen.put("day", value.toString()));
        instant.ifPresent(value -> seen.put("instant", value.toString()));
        text.ifPresent(value -> seen.put("text", value));
        many.ifPresent(value -> seen.put("many", value.toString()));
        sizes.ifPresent(value -> seen.put("sizes", value.toString()));
        return seen;
    }

    @Client(context = UnionContext.class)
    public int beta(int required, Optional<String> optional) {
        return readings.incrementAndGet();
    }

    /** Its Java name comes first, its name on the wire last. */
    @Client(context = UnionContext.class, name = "zeta")
    public int alpha() {
        return readings.incrementAndGet();
    }

    @Client(context = UnionContext.class)
    public int gamma(Optional<Integer> required, @Param(defaultValue = "1") int page) {
        return readings.incrementAndGet();
    }

    @Client(context = OrderContext.class)
    public Map<String, Integer> map(int seed, String salt) {
        var keys = Arrays.asList("b", "a", "\u00e9", "B", "\ud83d\ude00", "\ufb00", "10", "9");
        Collections.rotate(keys, seed);
        var map = new LinkedHashMap<String, Integer>();
        keys.forEach(key -> map.put(key, 1));
        return map;
    }

    @Client(context = OrderContext.class)
    public Set<String> set(int seed) {
        return new HashSet<>(List.of("b", "a", "\u00e9", "B", "\ud83d\ude00", "\ufb00"));
    }

    @Client(context = FailingContext.class)
    public String first() {
        return "never seen";
    }

    @Client(context = FailingContext.class)
    public String second(int id) {
        throw new MizanException(409, "TAKEN", "Somebody was faster.", Map.of("by", "Ada"));
    }
}
