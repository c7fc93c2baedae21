package org.mizan.core.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mizan.core.token.BadTokenException.Reason;

/** What is minted and what is accepted, by the vectors that another implementation keeps to as well. */
class MwtVectorsTest {

    @TestFactory
    Stream<DynamicTest> callers_minted_haveTheirTokens() {
        return MwtVectors.of("mint").stream()
                .map(vector -> DynamicTest.dynamicTest(vector.getString("why"), () -> mint(vector)));
    }

    private static void mint(JsonObject vector) throws MintRefusedException {
        var issuer = MwtVectors.issuer(vector);
        var notAfter = vector.containsKey("notAfter") ? MwtVectors.instant(vector, "notAfter") : null;
        var id = vector.getString("id");
        if (vector.getBoolean("refused", false)) {
            assertThrows(MintRefusedException.class, () -> issuer.mint(id, MwtVectors.roles(vector), notAfter));
        } else {
            var expected = new IssuedToken(vector.getString("token"), MwtVectors.instant(vector, "expiresAt"));
            var minted = issuer.mint(id, MwtVectors.roles(vector), notAfter);
            assertEquals(expected, minted);
            assertFalse(minted.toString().contains(minted.token()));
        }
    }

    @TestFactory
    Stream<DynamicTest> tokens_verified_areAcceptedOrRefused() {
        return MwtVectors.of("verify").stream()
                .map(vector -> DynamicTest.dynamicTest(vector.getString("why"), () -> verify(vector)));
    }

    private static void verify(JsonObject vector) throws BadTokenException {
        var verifier = MwtVectors.verifier(MwtVectors.instant(vector, "now"));
        var token = vector.getString("token");
        if (vector.containsKey("refused")) {
            var bad = assertThrows(BadTokenException.class, () -> verifier.verify(token));
            assertEquals(vector.getString("refused"), bad.reason().name());
        } else {
            var accepted = vector.getJsonObject("accepted");
            assertEquals(
                    new VerifiedToken(
                            accepted.getString("id"),
                            MwtVectors.roles(accepted),
                            accepted.getString("pkey"),
                            MwtVectors.instant(accepted, "expiresAt")),
                    verifier.verify(token));
        }
    }

    @Test
    void reasons_all_haveAVector() {
        var reasons = MwtVectors.of("verify").stream()
                .map(vector -> vector.getString("refused", ""))
                .filter(reason -> !reason.isEmpty())
                .map(Reason::valueOf)
                .collect(Collectors.toSet());
        assertEquals(EnumSet.allOf(Reason.class), reasons);
    }
}
