package org.mizan.spi;

/** A store that did not answer, or not in time, or with an error. */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates one. */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
