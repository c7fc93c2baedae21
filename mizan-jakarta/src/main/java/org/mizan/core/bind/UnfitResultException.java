package org.mizan.core.bind;

import org.mizan.core.problem.Problem;

/** A result that cannot be sent as its declared type says; for the log, never for the client. */
public final class UnfitResultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfitResultException(Problem problem, @org.jspecify.annotations.Nullable Throwable cause) {
        super(problem.toString(), cause);
    }
}
