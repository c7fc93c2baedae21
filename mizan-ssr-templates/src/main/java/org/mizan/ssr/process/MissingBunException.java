package org.mizan.ssr.process;

import java.io.IOException;
import java.io.Serial;
import org.mizan.core.problem.Problem;

/** There is no Bun; the message begins with a code and says what to do. */
public final class MissingBunException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    MissingBunException(Problem problem) {
        super(problem.toString());
    }
}
