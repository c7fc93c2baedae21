package org.mizan.ssr.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.mizan.ssr.ViewException;
import org.mizan.ssr.Views;

/** Views without Jakarta MVC. */
@ApplicationScoped
class ReactViews implements Views {
    @Inject
    PageRenderer pages;

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
            throw new ViewException(failed.message(), null);
        }
        var written = (PageResult.Written) result;
        var response = Response.ok(written.html(), MediaType.TEXT_HTML_TYPE.withCharset(StandardCharsets.UTF_8.name()));
        // Whoever keeps pages must not keep this one.
        return (written.finished() ? response : response.header(HttpHeaders.CACHE_CONTROL, "no-store")).build();
    }
}
