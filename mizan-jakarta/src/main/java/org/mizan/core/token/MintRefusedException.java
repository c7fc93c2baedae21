package org.mizan.core.token;

/** A token that cannot be minted for this caller. Its message has no part of the caller's data. */
public final class MintRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    MintRefusedException(String message) {
        super(message);
    }
}
