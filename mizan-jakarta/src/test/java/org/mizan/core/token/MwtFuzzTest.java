package org.mizan.core.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mizan.core.token.BadTokenException.Reason;

/**
 * Good tokens, spoilt at random: 100,000 of them, the same in every build; more for as many seconds as
 * {@code -Dmizan.fuzz.seconds} says.
 */
class MwtFuzzTest {
    private static final int TOKENS = 100_000;
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final MwtVerifier verifier = MwtVectors.verifier(NOW);
    private final TokenMutator mutator = TokenMutator.ofVectors();
    private final Map<Reason, Integer> refused = new HashMap<>();

    @Test
    @Timeout(value = 1, unit = TimeUnit.DAYS)
    void mutatedTokens_verified_areRefusedSilently() {
        var random = new SplittableRandom(4);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.getLong("mizan.fuzz.seconds", 0));
        int tried = 0;
        while (tried < TOKENS || System.nanoTime() < end) {
            refuse(mutator.next(random));
            tried++;
        }
        assertEquals(
                tried, refused.values().stream().mapToInt(Integer::intValue).sum());
        assertTrue(refused.size() >= 8, refused::toString);
    }

    private void refuse(String token) {
        try {
            verifier.verify(token);
            fail(() -> "accepted: " + token);
        } catch (BadTokenException bad) {
            refused.merge(bad.reason(), 1, Integer::sum);
            requireSilent(bad, token);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("not refused but failed: " + token, e);
        }
    }

    /** The message is the constant of its reason; no cause can tell more. */
    private static void requireSilent(BadTokenException bad, String token) {
        assertEquals(new BadTokenException(bad.reason()).getMessage(), bad.getMessage());
        assertEquals(null, bad.getCause());
        for (var part : token.split("\\.")) {
            assertFalse(part.length() > 8 && bad.toString().contains(part), bad::toString);
        }
    }
}
