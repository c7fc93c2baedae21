package org.mizan.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mizan.core.problem.Problem;
import org.mizan.core.problem.Problems;

/** The settings {@code mizan.mwt.*}. */
class MwtSettingsTest {
    private static final String SECRET = "current-0123456789abcdef01234567";
    private static final String OLD = "former=-0123456789abcdef01234567";
    private static final String OLDER = "older--0123456789abcdef012345678";

    private final Problems problems = new Problems();

    private MwtSettings read(Map<String, String> more) {
        var configured = new HashMap<>(Map.of(PropertyNames.MWT_SECRET, SECRET, PropertyNames.MWT_AUDIENCE, "shop"));
        configured.putAll(more);
        return new SettingsReader(name -> Optional.ofNullable(configured.get(name)), problems)
                .read()
                .mwt();
    }

    private void assertRefused(int code, MwtSettings settings) {
        assertEquals(
                List.of(code), problems.errors().stream().map(Problem::code).toList());
        for (var secret : List.of("0123456789abcdef", "current-", "former", "older-")) {
            assertFalse(problems.report().contains(secret), problems::report);
            assertFalse(settings.toString().contains(secret), settings::toString);
        }
    }

    @Test
    void secretAndAudience_alone_turnMwtOn() {
        var defaults = MwtSettings.defaults();
        var expected =
                new MwtSettings(new Secret(SECRET), defaults.ttl(), "shop", "1", Map.of(), Duration.ofSeconds(5));
        assertEquals(expected, read(Map.of()));
        assertEquals(List.of(), problems.errors());
    }

    @Test
    void everything_configured_isRead() {
        var settings = read(Map.of(
                PropertyNames.MWT_TTL, "86400",
                PropertyNames.MWT_KID, "2026-11",
                PropertyNames.MWT_LEEWAY, "0",
                PropertyNames.MWT_PREVIOUS_SECRETS, "2026-10=" + OLD + ", 2026-09=" + OLDER));
        var previous = Map.of("2026-10", new Secret(OLD), "2026-09", new Secret(OLDER));
        assertEquals(
                new MwtSettings(new Secret(SECRET), Duration.ofDays(1), "shop", "2026-11", previous, Duration.ZERO),
                settings);
        assertEquals(List.of(), problems.errors());
    }

    @Test
    void secret_short_isRefused() {
        assertRefused(102, read(Map.of(PropertyNames.MWT_SECRET, "0123456789abcdef0123456789abcde")));
        assertEquals(PropertyNames.MWT_SECRET, problems.errors().get(0).place());
    }

    @Test
    void previousSecret_short_isRefused() {
        assertRefused(102, read(Map.of(PropertyNames.MWT_PREVIOUS_SECRETS, "0=0123456789abcdef0123456789abcde")));
        assertEquals(
                PropertyNames.MWT_PREVIOUS_SECRETS, problems.errors().get(0).place());
    }

    @Test
    void secret_ofTheCache_isRefused() {
        assertRefused(103, read(Map.of(PropertyNames.CACHE_SECRET, SECRET)));
    }

    @Test
    void previousSecret_ofTheCache_isRefused() {
        var configured = Map.of(PropertyNames.CACHE_SECRET, OLD, PropertyNames.MWT_PREVIOUS_SECRETS, "0=" + OLD);
        assertRefused(103, read(configured));
    }

    @Test
    void audience_missing_isRefused() {
        assertRefused(104, read(Map.of(PropertyNames.MWT_AUDIENCE, "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {OLDER, "=" + OLD, "0=", "0=" + OLD + ",", ",", "../0=" + OLD, "a b=" + OLD, "0 =  "})
    void previousSecrets_malformed_areRefusedUnseen(String pairs) {
        assertRefused(105, read(Map.of(PropertyNames.MWT_PREVIOUS_SECRETS, pairs)));
    }

    @ParameterizedTest
    @CsvSource({"1", "0"})
    void kid_ofTwoSecrets_isRefused(String kid) {
        var pairs = "0=" + OLD + "," + kid + "=" + OLDER;
        assertRefused(106, read(Map.of(PropertyNames.MWT_PREVIOUS_SECRETS, pairs)));
    }

    @Test
    void previousSecrets_withoutSecret_areIgnored() {
        var off = read(Map.of(PropertyNames.MWT_SECRET, "", PropertyNames.MWT_PREVIOUS_SECRETS, "0=" + OLD));
        assertEquals(Map.of(), off.previous());
        assertEquals(List.of(), problems.errors());
    }
}
