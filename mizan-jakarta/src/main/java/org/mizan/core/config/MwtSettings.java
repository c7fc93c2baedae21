package org.mizan.core.config;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of MWT, the token that stands for a caller (PROTOCOL §10). Immutable.
 *
 * @param secret what tokens are signed with; null when MWT is off
 * @param ttl how long a token is valid, in whole seconds
 * @param audience the one audience of its tokens; empty when MWT is off
 * @param kid the name of the secret, which tokens carry
 * @param previous secrets that are still accepted, by their names; never that of {@code kid}
 * @param leeway how much the clocks of two nodes may differ, in whole seconds
 */
public record MwtSettings(
        @Nullable Secret secret,
        Duration ttl,
        String audience,
        String kid,
        Map<String, Secret> previous,
        Duration leeway) {
    /** The longest {@code ttl}: what is valid for longer than a day is no short-lived token. */
    public static final Duration LONGEST_TTL = Duration.ofDays(1);

    /** The longest {@code leeway} (RFC 7519 §4.1.4: "no more than a few minutes"). */
    public static final Duration LONGEST_LEEWAY = Duration.ofMinutes(5);

    /** Copies the previous secrets. */
    public MwtSettings {
        previous = Map.copyOf(previous);
    }

    /** What holds when nothing is configured: no MWT. */
    public static MwtSettings defaults() {
        return new MwtSettings(null, Duration.ofSeconds(300), "", "1", Map.of(), Duration.ofSeconds(5));
    }
}
