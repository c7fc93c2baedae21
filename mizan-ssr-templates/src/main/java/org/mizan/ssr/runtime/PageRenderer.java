package org.mizan.ssr.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.mizan.core.bind.UnfitResultException;
import org.mizan.core.config.Settings;
import org.mizan.core.json.CanonicalJson;
import org.mizan.spi.PageData;
import org.mizan.ssr.Nonce;
import org.mizan.ssr.ViewException;
import org.mizan.ssr.bridge.RenderException;
import org.mizan.ssr.bridge.RenderRequest;
import org.mizan.ssr.bridge.Rendered;
import org.mizan.ssr.page.FailurePage;
import org.mizan.ssr.page.Page;
import org.mizan.ssr.page.PageJson;

/** Makes pages: props and contexts as JSON, rendered by a worker, put into the document. Thread-safe. */
@ApplicationScoped
public class PageRenderer {
    private static final Logger LOG = System.getLogger(PageRenderer.class.getName());

    @Inject
    SsrRuntime runtime;

    @Inject
    Settings settings;

    @Inject
    Instance<PageData> data;

    @Inject
    Nonce nonce;

    private final Clock clock = Clock.systemUTC();

    /**
     * A page for the current request.
     *
     * @throws ViewException when there is no such view, or a model has no JSON form
     */
    public PageResult render(PageRequest request) {
        try {
            var site = runtime.site(request.folder());
            return render(site, site.view(request.view()), request);
        } catch (ViewException e) {
            if (settings.ssr().development().isEmpty()) {
                throw e;
            }
            return failed(request, e);
        }
    }

    private PageResult render(Site site, Site.View view, PageRequest request) {
        var json = json(request, contexts());
        try {
            return page(site, view, json, request, Optional.of(runtime.render(frame(view, json))));
        } catch (RenderException.Overloaded e) {
            return settings.ssr().clientOnOverload()
                    ? page(site, view, json, request, Optional.empty())
                    : new PageResult.Refused(e.retryAfter());
        } catch (RenderException e) {
            return failed(site, view, json, request, e);
        }
    }

    /**
     * What a view renders by itself, without document, contexts and scripts.
     *
     * @throws ViewException when there is no such view or it cannot be rendered
     */
    Rendered alone(PageRequest request) {
        var view = runtime.site(request.folder()).view(request.view());
        try {
            return runtime.render(frame(view, json(request, List.of())));
        } catch (RenderException e) {
            throw new ViewException(String.valueOf(e.getMessage()), e);
        }
    }

    private static RenderRequest frame(Site.View view, PageJson json) {
        return new RenderRequest(json.view(), json.frame(view.server()));
    }

    private PageJson json(PageRequest request, List<PageData.Bundle> bundles) {
        try {
            return new PageJson(
                    request.view(),
                    runtime.models().write(request.models()),
                    PageJson.contexts(bundles),
                    environment(request.locale()));
        } catch (UnfitResultException e) {
            throw new ViewException(
                    "MIZAN-01303: " + request.view() + ": a model has no JSON form: " + e.getMessage(), e);
        }
    }

    private String environment(Locale locale) {
        var out = new StringBuilder("{\"locale\":");
        CanonicalJson.string(locale.toLanguageTag(), out);
        out.append(",\"now\":").append(clock.millis());
        out.append(",\"seed\":").append(ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE));
        out.append(",\"timeZone\":");
        CanonicalJson.string(settings.ssr().timeZone().getId(), out);
        return out.append('}').toString();
    }

    private List<PageData.Bundle> contexts() {
        return data.isResolvable() ? data.get().bundles() : List.of();
    }

    private PageResult failed(Site site, Site.View view, PageJson json, PageRequest request, RenderException failure) {
        LOG.log(Level.ERROR, () -> "MIZAN-01301: " + request.view() + " could not be rendered: " + told(failure));
        return settings.ssr().clientOnFailure() && settings.ssr().development().isEmpty()
                ? page(site, view, json, request, Optional.empty())
                : failed(request, failure);
    }

    private PageResult failed(PageRequest request, Exception failure) {
        return new PageResult.Failed(
                String.valueOf(failure.getMessage()),
                settings.ssr().development().isPresent()
                        ? FailurePage.explaining(request.view(), failure)
                        : FailurePage.plain("This page could not be shown"));
    }

    /** With the place in the sources, when the view threw. */
    private static String told(RenderException failure) {
        if (failure instanceof RenderException.Component component) {
            var place = component.place();
            return place.file()
                            .map(file -> file + ":" + place.line() + ":" + place.column() + ": ")
                            .orElse("")
                    + failure.getMessage() + "\n" + place.stack();
        }
        return String.valueOf(failure.getMessage());
    }

    private PageResult page(
            Site site, Site.View view, PageJson json, PageRequest request, Optional<Rendered> rendered) {
        var asked = nonce();
        var page = new Page(
                site.document(), view.files(), json, rendered, request.locale().toLanguageTag(), asked);
        return new PageResult.Written(page.bytes(), page::hash, rendered.isPresent() && asked.isEmpty());
    }

    private Optional<String> nonce() {
        try {
            return nonce.asked();
        } catch (ContextNotActiveException e) {
            return Optional.empty();
        }
    }

    /** A request with the default folder. */
    static PageRequest of(String view, Map<String, ?> model, Locale locale) {
        return new PageRequest(view, model, locale, SsrRuntime.VIEW_FOLDER);
    }
}
