package org.mizan.it.fuzz;

import java.util.Set;
import org.mizan.it.fuzz.Plan.Attempt;
import org.mizan.it.fuzz.Wire.Reply;

/** The answers of 500 and more that are no failure, each as narrow as it can be said. */
final class ServerErrors {
    private static final Set<String> KNOWN_METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE");

    private ServerErrors() {}

    static boolean excuse(String server, Attempt attempt, Reply reply) {
        return switch (reply.status()) {
            // A limit that is set on purpose.
            case 503 -> reply.has("Retry-After");
            // What RFC 9110 wants for a method that a server does not know; HttpServlet's answer.
            case 501 -> !KNOWN_METHODS.contains(attempt.draft().method) && !isOurs(reply);
            // The same for the version; Payara says it of any request line that has not just three words.
            case 505 -> !attempt.draft().requestLine().matches("[^ ]+ [!-~]+ HTTP/1\\.[01]");
            case 500 ->
                server.equals("wildfly") && isCookieOfUndertow(attempt, reply)
                        || server.equals("liberty") && isPathOfResteasy(attempt, reply);
            default -> false;
        };
    }

    private static boolean isOurs(Reply reply) {
        return reply.body().startsWith("{\"error\":");
    }

    /**
     * Undertow throws at a cookie with a control character or a byte beyond ASCII (UT000173) when Weld asks for the
     * session, before any filter.
     */
    private static boolean isCookieOfUndertow(Attempt attempt, Reply reply) {
        return reply.body().contains("UT000173")
                && attempt.draft().headers.stream()
                        .anyMatch(header -> header.name().equalsIgnoreCase("Cookie")
                                && header.value().chars().anyMatch(c -> c < ' ' || c > '~'));
    }

    /**
     * On Liberty, RESTEasy's own mapper of exceptions throws at a path with a character that no URI has, when no resource of
     * the application matches it. The endpoints of the library have a mapper of their own.
     */
    private static boolean isPathOfResteasy(Attempt attempt, Reply reply) {
        return reply.body().contains("ResteasyUriInfo.getRequestUri")
                && reply.body().contains("Illegal character in path")
                && attempt.draft().target.matches("/fuzz/.*[^!-~].*|/fuzz/.*[\"<>\\\\^`{|}\\[\\]].*");
    }
}
