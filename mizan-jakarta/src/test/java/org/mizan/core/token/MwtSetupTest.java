package org.mizan.core.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mizan.core.config.MwtSettings;
import org.mizan.core.problem.Problem;
import org.mizan.core.problem.Problems;

class MwtSetupTest {
    private final Problems problems = new Problems();

    @Test
    void library_there_isNoProblem() {
        new MwtSetup(MwtVectors.settings()).check(problems);
        assertEquals(List.of(), problems.errors());
    }

    @Test
    void library_missing_isAnErrorWithItsCoordinates() {
        new MwtSetup(MwtVectors.settings(), ClassLoader.getPlatformClassLoader()).check(problems);
        assertEquals(List.of(560), problems.errors().stream().map(Problem::code).toList());
        assertTrue(problems.report().contains("com.nimbusds:nimbus-jose-jwt:10"));
    }

    @Test
    void mwt_off_needsNoLibraryAndGivesNothing() {
        var setup = new MwtSetup(MwtSettings.defaults(), ClassLoader.getPlatformClassLoader());
        var clock = MwtVectors.at(Instant.EPOCH);
        setup.check(problems);
        assertEquals(List.of(), problems.errors());
        assertEquals(Optional.empty(), setup.issuer(MwtVectors.JSON, clock));
        assertEquals(Optional.empty(), setup.verifier(MwtVectors.JSON, clock));
    }

    @Test
    void halfSurrogate_inCaller_isRefused() {
        var issuer = new MwtSetup(MwtVectors.settings())
                .issuer(MwtVectors.JSON, MwtVectors.at(Instant.EPOCH))
                .orElseThrow();
        assertThrows(MintRefusedException.class, () -> issuer.mint("\ud83d", new TreeSet<>(), null));
        assertThrows(MintRefusedException.class, () -> issuer.mint("a", new TreeSet<>(List.of("\ude00")), null));
    }
}
