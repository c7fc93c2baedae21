package org.mizan.core.config;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mizan.core.problem.Problem;

/** Reads the settings of MWT; no problem shows a secret, nor what could be one. */
final class MwtSettingsReader {
    private static final int SHORTEST_SECRET = 32;

    private final SettingValues values;

    MwtSettingsReader(SettingValues values) {
        this.values = values;
    }

    MwtSettings read() {
        var defaults = MwtSettings.defaults();
        var secret = values.text(PropertyNames.MWT_SECRET).map(Secret::new);
        var audience = values.text(PropertyNames.MWT_AUDIENCE).orElse(defaults.audience());
        var named = values.name(PropertyNames.MWT_KID, defaults.kid());
        var kid = named.isEmpty() ? defaults.kid() : named;
        secret.ifPresent(present -> check(PropertyNames.MWT_SECRET, present));
        if (secret.isPresent() && audience.isEmpty()) {
            values.report(Problem.error(
                    104,
                    PropertyNames.MWT_AUDIENCE,
                    "tokens need an audience, or those of another application with the same secret would be valid here.",
                    "Name the application, as in 'shop'."));
        }
        return new MwtSettings(
                secret.orElse(null),
                values.seconds(PropertyNames.MWT_TTL, defaults.ttl(), 1, MwtSettings.LONGEST_TTL),
                audience,
                kid,
                secret.isPresent() ? previous(kid) : Map.of(),
                values.seconds(PropertyNames.MWT_LEEWAY, defaults.leeway(), 0, MwtSettings.LONGEST_LEEWAY));
    }

    private void check(String place, Secret secret) {
        if (secret.bytes().length < SHORTEST_SECRET) {
            values.report(Problem.error(
                    102,
                    place,
                    "a secret has fewer than " + SHORTEST_SECRET + " bytes.",
                    "Set at least " + SHORTEST_SECRET + " random bytes, the same on every node, as from"
                            + " 'openssl rand -base64 48'."));
        }
        if (values.text(PropertyNames.CACHE_SECRET).map(Secret::new).equals(Optional.of(secret))) {
            values.report(Problem.error(
                    103,
                    place,
                    "this is the secret of the cache: whoever has the one could do what needs the other.",
                    "Give " + PropertyNames.MWT_SECRET + " and " + PropertyNames.CACHE_SECRET
                            + " different random values."));
        }
    }

    /** The pairs of {@code kid=secret,…}; space around a pair is ignored. */
    private Map<String, Secret> previous(String current) {
        var pairs = values.text(PropertyNames.MWT_PREVIOUS_SECRETS).orElse("");
        if (pairs.isEmpty()) {
            return Map.of();
        }
        var previous = new TreeMap<String, Secret>();
        for (var pair : pairs.split(",", -1)) {
            int equals = pair.indexOf('=');
            var kid = equals < 0 ? "" : pair.substring(0, equals).strip();
            var secret = new Secret(pair.substring(equals + 1).strip());
            if (kid.isEmpty() || !SettingValues.isName(kid) || secret.reveal().isEmpty()) {
                return malformed();
            }
            check(PropertyNames.MWT_PREVIOUS_SECRETS, secret);
            if (kid.equals(current) || previous.put(kid, secret) != null) {
                return twice();
            }
        }
        return previous;
    }

    private Map<String, Secret> malformed() {
        values.report(Problem.error(
                105,
                PropertyNames.MWT_PREVIOUS_SECRETS,
                "this is not a list of kid=secret, separated by commas.",
                "Write each as '2026-10=…'; a kid has letters, digits and . _ - only, a secret has no comma."));
        return Collections.emptyMap();
    }

    private Map<String, Secret> twice() {
        values.report(Problem.error(
                106,
                PropertyNames.MWT_PREVIOUS_SECRETS,
                "two secrets have the same kid, or one has that of " + PropertyNames.MWT_KID + ".",
                "Give every secret a kid of its own: a new secret gets a new one."));
        return Collections.emptyMap();
    }
}
