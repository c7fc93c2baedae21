package org.mizan.core.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mizan.core.config.CacheSettings.Kind;
import org.mizan.core.problem.Problem;

/** Reads the settings of the origin cache. */
final class CacheSettingsReader {
    private static final int SHORTEST_SECRET = 32;

    private final SettingValues values;

    CacheSettingsReader(SettingValues values) {
        this.values = values;
    }

    CacheSettings read() {
        var defaults = CacheSettings.defaults();
        var kind = values.choice(
                PropertyNames.CACHE, Kind.OFF, Map.of("off", Kind.OFF, "local", Kind.LOCAL, "redis", Kind.REDIS));
        return new CacheSettings(
                kind,
                secret(kind),
                values.name(PropertyNames.CACHE_NAMESPACE, defaults.namespace()),
                values.name(PropertyNames.CACHE_EPOCH, defaults.epoch()),
                values.number(PropertyNames.CACHE_LOCAL_MAX_BYTES, defaults.localMaxBytes(), 1 << 16, Long.MAX_VALUE),
                redis(defaults.redis()),
                values.seconds(PropertyNames.CACHE_LEASE, defaults.lease(), 1),
                values.choice(PropertyNames.CACHE_UNREACHABLE, false, Map.of("serve", false, "refuse", true)),
                values.millis(PropertyNames.CACHE_WAIT, defaults.patience()),
                values.choice(PropertyNames.CACHE_STATUS, false, Map.of("true", true, "false", false)));
    }

    private @Nullable Secret secret(Kind kind) {
        var secret = values.text(PropertyNames.CACHE_SECRET).map(Secret::new);
        boolean tooShort = secret.isPresent() && secret.get().bytes().length < SHORTEST_SECRET;
        if (kind == Kind.REDIS && secret.isEmpty() || kind != Kind.OFF && tooShort) {
            values.report(Problem.error(
                    101,
                    PropertyNames.CACHE_SECRET,
                    tooShort
                            ? "the secret has fewer than " + SHORTEST_SECRET + " bytes."
                            : "mizan.cache=redis needs a secret, which seals what is kept there.",
                    "Set at least " + SHORTEST_SECRET + " random bytes, the same on every node, as from"
                            + " 'openssl rand -base64 48'."));
        }
        return secret.orElse(null);
    }

    private CacheSettings.Redis redis(CacheSettings.Redis defaults) {
        return new CacheSettings.Redis(
                values.text(PropertyNames.CACHE_URL).map(Secret::new).orElse(defaults.url()),
                values.millis(PropertyNames.CACHE_CONNECT_TIMEOUT, defaults.connectTimeout()),
                values.millis(PropertyNames.CACHE_COMMAND_TIMEOUT, defaults.commandTimeout()),
                values.number(PropertyNames.CACHE_MAX_CONNECTIONS, defaults.maxConnections(), 1));
    }
}
