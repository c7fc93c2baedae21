package org.mizan.cdi.prerender;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mizan.cdi.interceptor.RequestState;
import org.mizan.spi.PageAttributes;

/** Decides whether a page that was rendered may be kept, and with which headers. Thread-safe. */
final class PageKeeper {
    private static final Logger LOG = System.getLogger(PageKeeper.class.getName());
    private static final String COOKIE = "Set-Cookie";
    private static final int OK = 200;
    /** What is said anew with each answer. */
    private static final Set<String> OWN = Set.of("cache-control", "content-length", "content-type", "date", "pragma");

    private final PageRoutes routes;
    private final RequestState state;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    PageKeeper(PageRoutes routes, RequestState state) {
        this.routes = routes;
        this.state = state;
    }

    /** How many cookies a response sets already: those are of the application's filters, which run for kept pages too. */
    int before(HttpServletResponse response) {
        return response.getHeaders(COOKIE).size();
    }

    /**
     * Whether a page may be kept.
     *
     * @param request the request that it was rendered for
     * @param cookies what {@link #before} said
     */
    boolean mayKeep(Asked asked, HttpServletRequest request, CapturedResponse response, int cookies) {
        var why = objection(asked, request, response, cookies);
        if (why != null) {
            LOG.log(Level.DEBUG, () -> asked.uri() + " is not kept: " + why);
        }
        return why == null;
    }

    private @Nullable String objection(
            Asked asked, HttpServletRequest request, CapturedResponse response, int cookies) {
        var other = otherFunction(asked);
        if (other != null) {
            return other;
        }
        routes.reached(asked.view());
        if (!response.isWhole()) {
            return "it is too large, answered asynchronously, or no page";
        }
        if (response.getStatus() != OK) {
            return "its status is " + response.getStatus();
        }
        if (!isHtml(response.getContentType())) {
            return "it is " + response.getContentType();
        }
        if (request.getUserPrincipal() != null || request.getSession(false) != null) {
            return "a session has begun";
        }
        if (response.headers().containsKey(COOKIE)
                || response.getHeaders(COOKIE).size() > cookies) {
            return "it sets a cookie";
        }
        if (response.headers().containsKey("Content-Encoding")
                || response.headers().containsKey("Vary")
                || isPrivate(response.headers().getOrDefault("Cache-Control", List.of()))) {
            return "it says that it is not for everybody";
        }
        if (request.getAttribute(PageAttributes.UNFINISHED) != null) {
            return "it is not finished";
        }
        return state.targets().limited().isEmpty() ? null : "rendering it made something stale";
    }

    private @Nullable String otherFunction(Asked asked) {
        var shown = state.shown();
        if (shown.stream().anyMatch(context -> context.view().isEmpty())) {
            if (warned.add(asked.view().name())) {
                LOG.log(
                        Level.WARNING,
                        "MIZAN-01451: " + asked.view().place()
                                + ": it is @Prerender, but shows contexts that were added with PageContexts, which are"
                                + " not known before it runs, so its pages are not kept. Move what it shows into its"
                                + " own context, or remove @Prerender.");
            }
            return "it shows added contexts";
        }
        if (shown.size() != 1) {
            return "not one function rendered it, but " + shown.size();
        }
        var view = shown.get(0).view().orElseThrow();
        if (!view.name().equals(asked.view().name())) {
            return view.name() + " rendered it";
        }
        return routes.texts(shown.get(0).values()).equals(asked.params()) ? null : "its parameters are others";
    }

    private static boolean isHtml(@Nullable String type) {
        if (type == null) {
            return false;
        }
        var lower = type.toLowerCase(Locale.ROOT).replace(" ", "").replace("\"", "");
        return lower.equals("text/html") || lower.equals("text/html;charset=utf-8");
    }

    private static boolean isPrivate(List<String> control) {
        return control.stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .anyMatch(value -> value.contains("no-store") || value.contains("private"));
    }

    /** The headers of a page, its type first. */
    Map<String, List<String>> headers(CapturedResponse response) {
        var headers = new TreeMap<>(response.headers());
        headers.keySet().removeIf(name -> OWN.contains(name.toLowerCase(Locale.ROOT)));
        headers.put("Content-Type", List.of("text/html;charset=UTF-8"));
        return headers;
    }
}
