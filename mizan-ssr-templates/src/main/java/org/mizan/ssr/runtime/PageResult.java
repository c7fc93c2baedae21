package org.mizan.ssr.runtime;

import java.time.Duration;
import java.util.function.Supplier;

/** What becomes of a page. */
public sealed interface PageResult {

    /**
     * A page.
     *
     * @param html UTF-8
     * @param script the hash of the script in it, as a source of a Content Security Policy
     * @param finished whether it was rendered and is for everybody who asks for the same: no fall-back, no nonce
     */
    record Written(byte[] html, Supplier<String> script, boolean finished) implements PageResult {}

    /** Too many pages wait to be rendered. */
    record Refused(Duration retryAfter) implements PageResult {}

    /**
     * It could not be rendered, and the settings want an error.
     *
     * @param message why, for the log
     * @param html what the visitor is shown: in development why, else nothing about the inside
     */
    record Failed(String message, byte[] html) implements PageResult {}
}
