package org.mizan.samples.storefront.signin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/** Hashes passwords, and compares them with hashes: PBKDF2 with a salt, 210,000 rounds of HMAC-SHA-512. */
@ApplicationScoped
public class Passwords {

    @Inject
    Pbkdf2PasswordHash pbkdf2;

    @PostConstruct
    void configure() {
        pbkdf2.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm",
                "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations",
                "210000",
                "Pbkdf2PasswordHash.SaltSizeBytes",
                "32"));
    }

    /** The hash to store: algorithm, rounds, salt and digest in one text. */
    public String hash(String password) {
        return pbkdf2.generate(password.toCharArray());
    }

    boolean match(char[] password, String hash) {
        return pbkdf2.verify(password, hash);
    }
}
