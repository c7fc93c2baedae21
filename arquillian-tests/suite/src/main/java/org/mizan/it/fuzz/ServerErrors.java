package org.mizan.it.fuzz;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
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
            // What RFC 9110 wants for a method that a server does not know; HttpServlet's answer. What comes after a
            // request of unclear length may be read as any.
            case 501 -> !isOurs(reply) && (attempt.draft().endless || !KNOWN_METHODS.contains(attempt.draft().method));
            // The same for the version; Payara says it of any request line that has not just three words.
            case 505 ->
                !isOurs(reply)
                        && (attempt.draft().endless
                                || !attempt.draft().requestLine().matches("[^ ]+ [!-~]+ HTTP/1\\.[01]"));
            // Liberty writes its pages in the character encoding of the request, also in UTF-16.
            case 500 ->
                !isOurs(reply) && isKnown(server, attempt.draft(), reply.body().replace("\0", ""));
            default -> false;
        };
    }

    private static boolean isOurs(Reply reply) {
        return reply.head().contains("application/json");
    }

    private static boolean isKnown(String server, Draft draft, String body) {
        return switch (server) {
            case "wildfly" -> isCookieOfUndertow(draft, body) || isUriOfResteasy(draft, body);
            case "liberty" ->
                isUriOfResteasy(draft, body) || isEscapeOfLiberty(draft, body) || isPageOfLiberty(draft, body);
            case "payara" -> isCharsetOfPayara(draft, body);
            default -> false;
        };
    }

    /**
     * Undertow throws at a cookie with a control character or a byte beyond ASCII (UT000173) when Weld asks for the
     * session, before any filter.
     */
    private static boolean isCookieOfUndertow(Draft draft, String body) {
        return says("UT000173", draft, body)
                && sends(draft, "cookie", value -> value.chars().anyMatch(c -> c < ' ' || c > '~'));
    }

    /**
     * RESTEasy's own mapper of exceptions throws at what is no URI, when an application of the user's has no resource for
     * it. The library's endpoints have a mapper of their own.
     */
    private static boolean isUriOfResteasy(Draft draft, String body) {
        return says("ResteasyUriInfo.getRequestUri", draft, body)
                && (!isUri(draft.target) || sends(draft, "host", host -> !isUri("http://" + host)));
    }

    private static boolean isUri(String target) {
        try {
            URI.create(target);
            return target.chars().allMatch(c -> c > ' ' && c <= '~');
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Liberty's own page for a path that belongs to no application and has a percent sign with no two digits behind it. */
    private static boolean isEscapeOfLiberty(Draft draft, String body) {
        return says("<hr /><address>", draft, body) && draft.target.matches("[^?]*%(?![0-9A-Fa-f]{2}).*");
    }

    /**
     * Liberty fails to write its page for 404 when the character encoding of the request is one quotation mark, or when
     * its query has a slash: an index out of bounds, which is named in one way until Java 21 and in another since.
     */
    private static boolean isPageOfLiberty(Draft draft, String body) {
        var page = "SRVE0232E: Internal Server Error. <br> Exception Message: [";
        return (says(page + "begin ", draft, body) || says(page + "Range [", draft, body))
                && (sends(draft, "content-type", value -> value.endsWith("charset=\""))
                        || draft.target.matches("[^?]*\\?.*/.*"));
    }

    /** Payara's own page, for a query with a bad escape beside a form in a character encoding that nobody knows. */
    private static boolean isCharsetOfPayara(Draft draft, String body) {
        return says("Payara", draft, body)
                && sends(draft, "content-type", value -> value.endsWith("charset=x-none"))
                && draft.target.matches("[^?]*\\?.*%(?![0-9A-Fa-f]{2}).*");
    }

    /** Whether the page has the text, or cannot: after a {@code HEAD}, and where WildFly tells no stranger more. */
    private static boolean says(String text, Draft draft, String body) {
        return draft.head()
                || body.contains(text)
                || body.contains("<title>Error</title></head><body>Internal Server Error</body>");
    }

    private static boolean sends(Draft draft, String name, Predicate<String> what) {
        return draft.headers.stream()
                .anyMatch(header -> header.name().toLowerCase(Locale.ROOT).equals(name) && what.test(header.value()));
    }
}
