package org.mizan.core.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mizan.core.problem.Problem;

/**
 * The settings of caches in front of the application.
 *
 * @param purgeUrls where {@code PURGE} is sent to
 * @param purgeToken the bearer token of these requests; null for none
 * @param settle after how long each is sent once more; zero for never
 * @param targeted whether public answers say {@code CDN-Cache-Control}
 * @param maxAge the longest life that it gives
 */
public record EdgeSettings(
        List<URI> purgeUrls, @Nullable Secret purgeToken, Duration settle, boolean targeted, Duration maxAge) {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    /** Copies the list. */
    public EdgeSettings {
        purgeUrls = List.copyOf(purgeUrls);
    }

    /** What holds when nothing is configured. */
    public static EdgeSettings defaults() {
        return new EdgeSettings(List.of(), null, Duration.ofSeconds(10), false, Duration.ofSeconds(60));
    }

    /** What is configured. */
    static EdgeSettings read(SettingValues values) {
        var defaults = defaults();
        return new EdgeSettings(
                purgeUrls(values),
                purgeToken(values),
                values.seconds(PropertyNames.EDGE_SETTLE, defaults.settle(), 0),
                values.choice(PropertyNames.EDGE_HEADERS, false, Map.of("off", false, "targeted", true)),
                values.seconds(PropertyNames.EDGE_MAX_AGE, defaults.maxAge(), 1));
    }

    private static List<URI> purgeUrls(SettingValues values) {
        var urls = new ArrayList<URI>();
        for (var part : values.text(PropertyNames.EDGE_PURGE_URLS).orElse("").split(",")) {
            var text = part.strip();
            var url = text.isEmpty() ? null : url(text);
            if (url != null && !urls.contains(url)) {
                urls.add(url);
            } else if (url == null && !text.isEmpty()) {
                values.report(Problem.error(
                        140,
                        PropertyNames.EDGE_PURGE_URLS,
                        // What stands before an @ may be a password.
                        "'" + text.replaceFirst("//.*@", "//…@") + "' is no URL that PURGE can be sent to.",
                        "Write http://edge.internal:6081/ or https://…, without user, query and fragment; a secret"
                                + " belongs into " + PropertyNames.EDGE_PURGE_TOKEN + "."));
            }
        }
        return urls;
    }

    private static @Nullable URI url(String text) {
        try {
            var url = new URI(text);
            var scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            boolean fits = (scheme.equals("http") || scheme.equals("https"))
                    && url.getHost() != null
                    && url.getPort() <= 65_535
                    && url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null;
            return fits ? url : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static @Nullable Secret purgeToken(SettingValues values) {
        var text = values.text(PropertyNames.EDGE_PURGE_TOKEN).orElse("");
        if (!text.isEmpty() && !TOKEN.matcher(text).matches()) {
            values.report(Problem.error(
                    141,
                    PropertyNames.EDGE_PURGE_TOKEN,
                    "this is no bearer token (RFC 6750 §2.1).",
                    "Use letters, digits and . _ ~ + / - only, as from 'openssl rand -base64 32'."));
            return null;
        }
        return text.isEmpty() ? null : new Secret(text);
    }
}
