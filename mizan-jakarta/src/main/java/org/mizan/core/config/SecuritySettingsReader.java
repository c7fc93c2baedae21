package org.mizan.core.config;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.mizan.core.problem.Problem;
import org.mizan.core.schema.Access;

/** Reads the settings of who may call what. */
final class SecuritySettingsReader {
    /** As browsers write it: RFC 6454 §6.2, without the port that the scheme implies. */
    private static final Pattern ORIGIN =
            Pattern.compile("https?://([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:]+])(:[1-9][0-9]{0,4})?");

    private static final Pattern IMPLIED_PORT = Pattern.compile("http://.*:80|https://.*:443");
    /** A token of RFC 9110, which names of headers and cookies are. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    private final SettingValues values;

    SecuritySettingsReader(SettingValues values) {
        this.values = values;
    }

    SecuritySettings read() {
        var defaults = SecuritySettings.defaults();
        return new SecuritySettings(
                values.choice(
                        PropertyNames.DEFAULT_ACCESS,
                        defaults.defaultAccess(),
                        Map.of(
                                "permit", Access.permit(),
                                "authenticated", Access.roles(List.of(Access.ANYBODY_SIGNED_IN)),
                                "deny", Access.deny())),
                origins(),
                values.matching(PropertyNames.CSRF_COOKIE, defaults.csrfCookie(), TOKEN, "the name of a cookie"),
                values.matching(PropertyNames.CSRF_HEADER, defaults.csrfHeader(), TOKEN, "the name of a header"),
                values.number(PropertyNames.MAX_CONCURRENT, defaults.maxConcurrent(), 0),
                values.choice(PropertyNames.STRICT, false, Map.of("true", true, "false", false)));
    }

    private SortedSet<String> origins() {
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
