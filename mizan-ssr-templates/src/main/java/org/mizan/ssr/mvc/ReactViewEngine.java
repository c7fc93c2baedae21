package org.mizan.ssr.mvc;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.mvc.MvcContext;
import jakarta.mvc.engine.ViewEngine;
import jakarta.mvc.engine.ViewEngineContext;
import jakarta.mvc.engine.ViewEngineException;
import jakarta.mvc.security.Csrf;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mizan.spi.PageAttributes;
import org.mizan.ssr.ViewException;
import org.mizan.ssr.page.FailurePage;
import org.mizan.ssr.runtime.PageRenderer;
import org.mizan.ssr.runtime.PageRequest;
import org.mizan.ssr.runtime.PageResult;
import org.mizan.ssr.template.ViewNames;

/**
 * Renders {@code .tsx} and {@code .jsx} views (Jakarta MVC 2.1 §6).
 *
 * <p>A view's props are the models, the {@code @Named} beans that the controller used, and {@code mvc}: locale, path of
 * the application, and the token against forged forms when the application has switched that protection on.
 */
@ApplicationScoped
@Priority(ViewEngine.PRIORITY_FRAMEWORK)
public class ReactViewEngine implements ViewEngine {
    private static final Logger LOG = System.getLogger(ReactViewEngine.class.getName());

    @Inject
    PageRenderer pages;

    @Inject
    NamedModels named;

    @Inject
    Instance<MvcContext> mvc;

    @Override
    public boolean supports(String view) {
        return ViewNames.isView(view);
    }

    @Override
    public void processView(ViewEngineContext context) throws ViewEngineException {
        var request = context.getRequest(HttpServletRequest.class);
        try {
            write(context, request, pages.render(wanted(context, request)));
        } catch (ViewException e) {
            // Payara answers with 500 and says nothing.
            LOG.log(Level.ERROR, e.getMessage());
            throw new ViewEngineException(e.getMessage(), e);
        } catch (IOException e) {
            throw new ViewEngineException(e);
        }
    }

    private PageRequest wanted(ViewEngineContext context, HttpServletRequest request) {
        var models = new TreeMap<String, @Nullable Object>(named.current());
        models.putAll(context.getModels().asMap());
        var locale = locale(context);
        models.put("mvc", mvc(context, locale, request));
        return new PageRequest(context.getView(), models, locale, folder(context));
    }

    /** Krazo says the empty locale for requests that prefer none. */
    private static Locale locale(ViewEngineContext context) {
        var asked = context.getLocale();
        return asked == null || asked.getLanguage().isEmpty() ? Locale.getDefault() : asked;
    }

    private Map<String, Object> mvc(ViewEngineContext context, Locale locale, HttpServletRequest request) {
        var about = new TreeMap<String, Object>();
        about.put("basePath", request.getContextPath());
        about.put("locale", locale.toLanguageTag());
        boolean shared = request.getAttribute(PageAttributes.PRERENDERING) != null;
        if (!shared && !isUnprotected(context) && mvc.isResolvable()) {
            var csrf = mvc.get().getCsrf();
            if (csrf != null && csrf.getToken() != null) {
                about.put("csrf", Map.of("name", csrf.getName(), "token", csrf.getToken()));
            }
        }
        return about;
    }

    /** Krazo makes a token, and a session to keep it in, for whoever asks, also where the protection is switched off. */
    private static boolean isUnprotected(ViewEngineContext context) {
        var protection = context.getConfiguration().getProperty(Csrf.CSRF_PROTECTION);
        return protection != null && protection.toString().equals(Csrf.CsrfOptions.OFF.name());
    }

    private static String folder(ViewEngineContext context) {
        var configured = context.getConfiguration().getProperty(VIEW_FOLDER);
        var folder = configured instanceof String text ? text : DEFAULT_VIEW_FOLDER;
        return (folder.startsWith("/") ? "" : "/") + folder + (folder.endsWith("/") ? "" : "/");
    }

    private static void write(ViewEngineContext context, HttpServletRequest request, PageResult result)
            throws IOException {
        if (result instanceof PageResult.Written page) {
            keepPrivate(context, request);
            if (!page.finished()) {
                request.setAttribute(PageAttributes.UNFINISHED, Boolean.TRUE);
            }
            context.getResponseHeaders()
                    .putSingle(HttpHeaders.CONTENT_TYPE, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
            ScriptSource.fill(
                    context.getResponseHeaders(), context.getResponse(HttpServletResponse.class), page.script());
            context.getOutputStream().write(page.html());
            context.getOutputStream().flush();
        } else if (result instanceof PageResult.Refused refused) {
            var response = container(context.getResponse(HttpServletResponse.class));
            response.setHeader(
                    "Retry-After",
                    Long.toString(Math.max(1, refused.retryAfter().toSeconds())));
            end(
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    FailurePage.plain("Too many requests at the moment"));
        } else if (result instanceof PageResult.Failed failed) {
            end(
                    container(context.getResponse(HttpServletResponse.class)),
                    HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                    failed.html());
        }
    }

    /** A page shows what its visitor may see, so nobody keeps it, unless the application says who may or it is the same for all. */
    private static void keepPrivate(ViewEngineContext context, HttpServletRequest request) {
        var response = context.getResponse(HttpServletResponse.class);
        if (request.getAttribute(PageAttributes.PRERENDERING) == null
                && !context.getResponseHeaders().containsKey(HttpHeaders.CACHE_CONTROL)
                && !response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    /*
     * Jakarta REST has decided for the controller's status before the view is processed, and Krazo takes the entity of
     * a WebApplicationException for the name of a view: so an error is written, and ended, beside both of them.
     */
    private static void end(HttpServletResponse response, int status, byte[] html) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(html.length);
        response.getOutputStream().write(html);
        response.flushBuffer();
    }

    private static HttpServletResponse container(HttpServletResponse response) {
        ServletResponse inner = response;
        while (inner instanceof ServletResponseWrapper wrapper) {
            inner = wrapper.getResponse();
        }
        return (HttpServletResponse) inner;
    }
}
