package org.mizan.ssr.bundle;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import org.mizan.core.problem.Problem;

/** The views cannot be bundled; its message has all that is wrong with them, a line each. */
public final class BundleException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    BundleException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong. */
    public List<Problem> problems() {
        return problems;
    }
}
