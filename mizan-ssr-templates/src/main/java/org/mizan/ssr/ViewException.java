package org.mizan.ssr;

import org.jspecify.annotations.Nullable;

/** A view that is not there or could not be rendered; the message begins with a code and names the remedy. */
public class ViewException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates one. */
    public ViewException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
