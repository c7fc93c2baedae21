package org.mizan.bench.identity;

import jakarta.json.spi.JsonProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mizan.core.config.MwtSettings;
import org.mizan.core.config.Secret;
import org.mizan.core.token.BadTokenException;
import org.mizan.core.token.IssuedToken;
import org.mizan.core.token.MintRefusedException;
import org.mizan.core.token.MwtIssuer;
import org.mizan.core.token.MwtSetup;
import org.mizan.core.token.MwtVerifier;
import org.mizan.core.token.VerifiedToken;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Tokens of a caller in five roles; one secret is current, one previous. */
@State(Scope.Thread)
public class MwtBenchmark {
    static final MwtSettings SETTINGS = new MwtSettings(
            new Secret("0123456789abcdef0123456789abcdef"),
            Duration.ofHours(1),
            "shop",
            "2",
            Map.of("1", new Secret("fedcba9876543210fedcba9876543210")),
            Duration.ofSeconds(5));
    static final SortedSet<String> ROLES =
            new TreeSet<>(List.of("admin", "editor", "reader", "support", "warehouse-north"));

    private static final String ID = "customer-4711";

    private MwtIssuer issuer;
    private MwtVerifier verifier;
    private String token;

    /** Mints one. */
    @Setup
    public void start() throws MintRefusedException {
        var setup = new MwtSetup(SETTINGS);
        issuer = setup.issuer(JsonProvider.provider(), Clock.systemUTC()).orElseThrow();
        verifier = setup.verifier(JsonProvider.provider(), Clock.systemUTC()).orElseThrow();
        token = mint().token();
    }

    /** Everything: strict JSON, signature, the key of the roles, audience, times. */
    @Benchmark
    public VerifiedToken verify() throws BadTokenException {
        return verifier.verify(token);
    }

    /** A new one. */
    @Benchmark
    public IssuedToken mint() throws MintRefusedException {
        return issuer.mint(ID, ROLES, null);
    }
}
