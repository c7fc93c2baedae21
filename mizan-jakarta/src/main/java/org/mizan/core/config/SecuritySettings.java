package org.mizan.core.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.mizan.core.problem.Problem;
import org.mizan.core.schema.Access;

/**
 * The settings of who may call what, and from where.
 *
 * @param defaultAccess who may call a function without an annotation that says so
 * @param allowedOrigins the origins beside the own one from which browsers may send requests with credentials
 * @param csrfCookie the name of the cookie that carries the token
 * @param csrfHeader the name of the header that returns it
 * @param maxConcurrent how many requests are answered at the same time; 0 for any number
 * @param strict whether what is probably a mistake fails, as in development and tests
 */
public record SecuritySettings(
        Access defaultAccess,
        SortedSet<String> allowedOrigins,
        String csrfCookie,
        String csrfHeader,
        int maxConcurrent,
        boolean strict) {
    /** As browsers write it: RFC 6454 §6.2, without the port that the scheme implies. */
    private static final Pattern ORIGIN =
            Pattern.compile("https?://([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:]+])(:[1-9][0-9]{0,4})?");

    private static final Pattern IMPLIED_PORT = Pattern.compile("http://.*:80|https://.*:443");
    /** A token of RFC 9110, which names of headers and cookies are. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    /** Copies the origins. */
    public SecuritySettings {
        allowedOrigins = Collections.unmodifiableSortedSet(new TreeSet<>(allowedOrigins));
    }

    /** What holds when nothing is configured. */
    public static SecuritySettings defaults() {
        return new SecuritySettings(
                Access.permit(), Collections.emptySortedSet(), "XSRF-TOKEN", "X-XSRF-TOKEN", 0, false);
    }

    /** What is configured. */
    static SecuritySettings read(SettingValues values) {
        var defaults = defaults();
        return new SecuritySettings(
                values.choice(
                        PropertyNames.DEFAULT_ACCESS,
                        defaults.defaultAccess(),
                        Map.of(
                                "permit", Access.permit(),
                                "authenticated", Access.roles(List.of(Access.ANYBODY_SIGNED_IN)),
                                "deny", Access.deny())),
                origins(values),
                values.matching(PropertyNames.CSRF_COOKIE, defaults.csrfCookie(), TOKEN, "the name of a cookie"),
                values.matching(PropertyNames.CSRF_HEADER, defaults.csrfHeader(), TOKEN, "the name of a header"),
                values.number(PropertyNames.MAX_CONCURRENT, defaults.maxConcurrent(), 0),
                values.choice(PropertyNames.STRICT, false, Map.of("true", true, "false", false)));
    }

    private static SortedSet<String> origins(SettingValues values) {
        var origins = new TreeSet<String>();
        values.text(PropertyNames.ALLOWED_ORIGINS).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::trim)
                .filter(origin -> !origin.isEmpty())
                .forEach(origin -> {
                    if (ORIGIN.matcher(origin).matches()
                            && !IMPLIED_PORT.matcher(origin).matches()) {
                        origins.add(origin);
                    } else {
                        values.report(Problem.error(
                                110,
                                PropertyNames.ALLOWED_ORIGINS,
                                "'" + origin + "' is no origin as browsers send it.",
                                "Write https://shop.example or http://localhost:5173: scheme, host in lower case, the"
                                        + " port unless it is the scheme's own; no path, no *."));
                    }
                });
        return origins;
    }
}
