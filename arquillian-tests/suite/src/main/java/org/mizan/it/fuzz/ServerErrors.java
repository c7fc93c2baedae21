package org.mizan.it.fuzz;

import org.mizan.it.fuzz.Plan.Attempt;
import org.mizan.it.fuzz.Wire.Reply;

/** The answers of 500 and more that are no failure, each as narrow as it can be said. */
final class ServerErrors {
    private ServerErrors() {}

    static boolean excuse(String server, Attempt attempt, Reply reply) {
        return switch (reply.status()) {
            case 503 -> reply.has("Retry-After");
            default -> false;
        };
    }
}
