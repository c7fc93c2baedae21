package org.mizan.ssr.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.mizan.core.config.Settings;
import org.mizan.spi.PageAttributes;
import org.mizan.ssr.ViewException;
import org.mizan.ssr.Views;

/** Views without Jakarta MVC. */
@ApplicationScoped
class ReactViews implements Views {
    @Inject
    PageRenderer pages;

    @Inject
    Settings settings;

    @Inject
    HttpServletRequest request;

    @Override
    public String render(String view, Map<String, ?> model) {
        return new String(
                pages.alone(PageRenderer.of(view, model, Locale.getDefault())).html(), StandardCharsets.UTF_8);
    }

    @Override
    public Response page(String view, Map<String, ?> model) {
        var result = pages.render(PageRenderer.of(view, model, Locale.getDefault()));
        if (result instanceof PageResult.Refused refused) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                    .header(
                            HttpHeaders.RETRY_AFTER,
                            Math.max(1, refused.retryAfter().toSeconds()))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
        if (result instanceof PageResult.Failed failed) {
            if (settings.ssr().development().isEmpty()) {
                throw new ViewException(failed.message(), null);
            }
            return html(Response.serverError(), failed.html())
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
        var written = (PageResult.Written) result;
        var page = html(Response.ok(), written.html());
        if (!written.finished() || !isPrerendered()) {
            page.header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        return page.build();
    }

    private static Response.ResponseBuilder html(Response.ResponseBuilder response, byte[] html) {
        return response.entity(html).type(MediaType.TEXT_HTML_TYPE.withCharset(StandardCharsets.UTF_8.name()));
    }

    /** Whether the page is the same for all, and is made to be kept. */
    private boolean isPrerendered() {
        try {
            return request.getAttribute(PageAttributes.PRERENDERING) != null;
        } catch (IllegalStateException | ContextNotActiveException e) {
            return false; // no request
        }
    }
}
