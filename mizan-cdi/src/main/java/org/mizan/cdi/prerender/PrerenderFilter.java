package org.mizan.cdi.prerender;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mizan.cdi.edge.EdgeHeaders;
import org.mizan.cdi.interceptor.RequestState;
import org.mizan.cdi.runtime.Deployment;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.cache.context.CachedPages;
import org.mizan.core.cache.report.CacheStatus;
import org.mizan.core.config.CacheSettings;
import org.mizan.core.edge.EdgeLife;
import org.mizan.core.schema.FunctionModel;
import org.mizan.spi.PageEdition;

/**
 * Answers requests of visitors who are not signed in with kept pages, and keeps pages that were rendered for them
 * (PROTOCOL §11). Behind the filter that knows the caller; whatever it does not answer is processed as without it.
 */
public class PrerenderFilter implements Filter {
    private static final int MOST_BYTES = 4 << 20;

    @Inject
    MizanRuntime runtime;

    @Inject
    RequestState state;

    @Inject
    PageRenderer renderer;

    @Inject
    Instance<PageEdition> editions;

    @Inject
    EdgeHeaders edge;

    /** Null without a cache. */
    private @Nullable Pages pages;

    /** What all requests share. */
    private record Pages(
            CachedPages cache, PageRoutes routes, PageKeeper keeper, List<PageEdition> editions, boolean tells) {}

    /** Whether an application has pages to keep, and a cache to keep them in. */
    public static boolean isNeeded(Deployment deployment) {
        return deployment.settings().cache().kind() != CacheSettings.Kind.OFF
                && deployment.registry().functions().values().stream().anyMatch(FunctionModel::prerendered);
    }

    @Override
    public void init(FilterConfig config) {
        var routes = new PageRoutes(runtime, config.getServletContext());
        pages = runtime.cache()
                .map(cache -> new Pages(
                        new CachedPages(cache, runtime.registry()),
                        routes,
                        new PageKeeper(routes, state),
                        editions.stream().toList(),
                        runtime.settings().cache().status()))
                .orElse(null);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http)
                || !(response instanceof HttpServletResponse answer)
                || !isRead(http.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        var from = pages;
        if (from == null) {
            chain.doFilter(request, response);
            return;
        }
        var own = renderer.own(http);
        var asked = isForEverybody(http)
                ? from.routes()
                        .asked(http, own.orElseGet(() -> Asked.Origin.of(http)))
                        .filter(page -> !page.negotiated() || namesHtml(http))
                : Optional.<Asked>empty();
        if (asked.isPresent()) {
            answer(asked.get(), from, own.isPresent(), http, answer, chain);
            return;
        }
        chain.doFilter(request, response);
        if (from.routes().learns()) {
            from.routes().learn(http, state.shown());
        }
    }

    private static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    private static boolean namesHtml(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.startsWith("text/html");
    }

    /** Whether nobody in particular asks, and for what HTML is. */
    private static boolean isForEverybody(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return (accept == null || namesHtml(request) || accept.equals("*/*"))
                && request.getHeader("Authorization") == null
                && request.getHeader("X-Mizan-Token") == null
                && request.getUserPrincipal() == null;
    }

    private void answer(
            Asked asked,
            Pages from,
            boolean own,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        boolean head = request.getMethod().equals("HEAD");
        var read = from.cache().begin(asked.view(), asked.params(), asked.address(edition(from.editions())));
        boolean renews = !head && request.getSession(false) == null;
        if (!own) {
            renderer.asked(asked, request, read.isHit(), renews);
        }
        if (!read.isHit() && !renews) {
            chain.doFilter(request, response);
            return;
        }
        var run = new PageRun(asked, read, request, response, chain, from.keeper(), MOST_BYTES);
        var kept = run.body();
        if (from.tells() && run.isHeldBack()) {
            response.setHeader(CacheStatus.HEADER, read.status().toHeader());
        }
        // What the page says itself counts: it is there already, or takes the place of this.
        if (run.isForEverybody() && !response.containsHeader(EdgeLife.HEADER)) {
            edge.page(asked.view(), asked.negotiated(), response::addHeader);
        }
        if (run.ran()) {
            run.finish();
        } else {
            state.targets().made(asked.view().name());
            StoredPage.send(kept, head, response);
        }
    }

    private static String edition(List<PageEdition> editions) {
        if (editions.isEmpty()) {
            return "";
        }
        var all = new StringBuilder();
        editions.forEach(part -> all.append(part.current()).append(' '));
        return all.toString();
    }
}
