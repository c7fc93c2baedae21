package org.mizan.core.token;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mizan.core.config.MwtSettings;
import org.mizan.core.config.Secret;
import org.mizan.core.json.StrictJson;

/** The vectors of {@code /wire/mwt.json}. */
final class MwtVectors {
    static final JsonProvider JSON = JsonProvider.provider();

    private static final JsonObject ALL = read();

    private MwtVectors() {}

    private static JsonObject read() {
        try (InputStream in = MwtVectors.class.getResourceAsStream("/wire/mwt.json")) {
            return new StrictJson(JSON, 16)
                    .parse(Objects.requireNonNull(in).readAllBytes())
                    .asJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonObject> of(String kind) {
        return ALL.getJsonArray(kind).getValuesAs(JsonValue::asJsonObject);
    }

    /** The settings that the tokens of the vectors are verified with. */
    static MwtSettings settings() {
        var verifier = ALL.getJsonObject("verifier");
        var previous = new HashMap<String, Secret>();
        verifier.getJsonObject("previous")
                .forEach((kid, secret) -> previous.put(kid, new Secret(((JsonString) secret).getString())));
        return new MwtSettings(
                new Secret(verifier.getString("secret")),
                Duration.ofSeconds(300),
                verifier.getString("audience"),
                verifier.getString("kid"),
                previous,
                Duration.ofSeconds(verifier.getInt("leeway")));
    }

    static MwtIssuer issuer(JsonObject mint) {
        var settings = new MwtSettings(
                new Secret(mint.getString("secret")),
                Duration.ofSeconds(mint.getInt("ttl")),
                mint.getString("audience"),
                mint.getString("kid"),
                settings().previous(),
                Duration.ZERO);
        var now = instant(mint, "now").plusNanos(mint.getInt("nowNanos", 0));
        return new MwtSetup(settings).issuer(JSON, at(now)).orElseThrow();
    }

    static MwtVerifier verifier(Instant now) {
        return new MwtSetup(settings()).verifier(JSON, at(now)).orElseThrow();
    }

    static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    static Instant instant(JsonObject vector, String name) {
        return Instant.ofEpochSecond(vector.getJsonNumber(name).longValueExact());
    }

    static SortedSet<String> roles(JsonObject of) {
        return new TreeSet<>(of.getJsonArray("roles").getValuesAs(JsonString::getString));
    }
}
