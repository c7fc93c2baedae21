package org.mizan.core.cache;

import org.mizan.spi.StoreException;

/**
 * A mutation was refused before it ran, since its lease could not be written and {@code mizan.cache.unreachable} is
 * {@code refuse} (PROTOCOL §7.3).
 */
public final class CacheUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CacheUnavailableException(StoreException cause) {
        super(
                "MIZAN-00501: the store of the origin cache does not answer, so this change was refused: nobody could be"
                        + " told of it. Try again, or set mizan.cache.unreachable=serve.",
                cause);
    }
}
