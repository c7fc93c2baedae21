package org.mizan.ssr;

import jakarta.enterprise.context.RequestScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The nonce of the current request's page (Content Security Policy Level 3 §2.3.1).
 *
 * <p>Whoever asks for it, as the filter that sets {@code Content-Security-Policy: script-src 'nonce-…'}, has it written
 * on every script and style sheet of the page; when nobody asks before the page is written, there is none.
 */
@RequestScoped
public class Nonce {
    private static final int BYTES = 16;

    private @Nullable String value;

    /** 128 random bits in Base64; the same for the whole request. */
    public synchronized String value() {
        var present = value;
        if (present == null) {
            var bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            present = Base64.getEncoder().encodeToString(bytes);
            value = present;
        }
        return present;
    }

    /** The nonce, if somebody has asked for it. */
    public synchronized Optional<String> asked() {
        return Optional.ofNullable(value);
    }
}
