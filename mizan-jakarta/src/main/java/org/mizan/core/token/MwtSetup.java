package org.mizan.core.token;

import jakarta.json.spi.JsonProvider;
import java.time.Clock;
import java.util.Optional;
import org.mizan.core.config.MwtSettings;
import org.mizan.core.config.PropertyNames;
import org.mizan.core.problem.Problem;
import org.mizan.core.problem.Problems;

/** Makes the issuer and the verifier that settings ask for. Loads nothing of Nimbus before it does. Thread-safe. */
public final class MwtSetup {
    private final MwtSettings settings;
    private final ClassLoader libraries;

    /** A setup by settings that were read without an error. */
    public MwtSetup(MwtSettings settings) {
        this(settings, MwtSetup.class.getClassLoader());
    }

    MwtSetup(MwtSettings settings, ClassLoader libraries) {
        this.settings = settings;
        this.libraries = libraries;
    }

    /** Finds at deployment what would keep tokens from working. */
    public void check(Problems problems) {
        if (settings.secret() == null) {
            return;
        }
        try {
            Class.forName("com.nimbusds.jose.crypto.MACVerifier", false, libraries);
        } catch (ClassNotFoundException e) {
            problems.add(Problem.error(
                    560,
                    PropertyNames.MWT_SECRET,
                    "tokens need a library that the application does not have.",
                    "Add com.nimbusds:nimbus-jose-jwt:10 to its dependencies."));
        }
    }

    /** The issuer; nothing when MWT is off. */
    public Optional<MwtIssuer> issuer(JsonProvider json, Clock clock) {
        var secret = settings.secret();
        return secret == null ? Optional.empty() : Optional.of(new MwtIssuer(settings, secret, json, clock));
    }

    /** The verifier; nothing when MWT is off. */
    public Optional<MwtVerifier> verifier(JsonProvider json, Clock clock) {
        var secret = settings.secret();
        return secret == null ? Optional.empty() : Optional.of(new MwtVerifier(settings, secret, json, clock));
    }
}
