package org.mizan.core.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collects problems, so that all of them are reported at once. Not thread-safe. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    /** Adds one, unless the very same was added before. */
    public void add(Problem problem) {
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    /** The errors, in the order found. */
    public List<Problem> errors() {
        return found.stream().filter(Problem::isError).toList();
    }

    /** The warnings, in the order found. */
    public List<Problem> warnings() {
        return found.stream().filter(problem -> !problem.isError()).toList();
    }

    /** All the errors as one text, a line each behind a line that counts them; empty when there is none. */
    public String report() {
        var errors = errors();
        if (errors.isEmpty()) {
            return "";
        }
        return errors.stream()
                .map(Problem::toString)
                .collect(Collectors.joining(
                        "\n  ", "Mizan refuses this deployment, " + count(errors.size()) + ":\n  ", "\n"));
    }

    private static String count(int errors) {
        return errors == 1 ? "1 error" : errors + " errors";
    }
}
