package org.mizan.cdi.prerender;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A request for a page as anybody could send it: without cookies, preferred language or conditions, and without what tells
 * of the browser and the way that it took, so that the page does not depend on who happened to ask for it first; and to
 * the address that the page is kept for.
 */
final class PlainRequest extends HttpServletRequestWrapper {
    private static final Set<String> HIDDEN = Set.of(
            "accept-language",
            "cookie",
            "forwarded",
            "if-match",
            "if-modified-since",
            "if-none-match",
            "if-unmodified-since",
            "if-range",
            "origin",
            "range",
            "referer",
            "user-agent");
    private static final String FORWARDED = "x-forwarded-";

    private final Asked.Origin origin;
    private final CapturedResponse response;

    /** Of a request whose response is held back, unless it is answered asynchronously. */
    PlainRequest(HttpServletRequest request, Asked.Origin origin, CapturedResponse response) {
        super(request);
        this.origin = origin;
        this.response = response;
    }

    @Override
    public AsyncContext startAsync() {
        pass();
        return super.startAsync();
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse answer) {
        pass();
        return super.startAsync(request, answer);
    }

    private void pass() {
        try {
            response.pass();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isHidden(String lower) {
        return HIDDEN.contains(lower) || lower.startsWith(FORWARDED);
    }

    @Override
    public @Nullable String getHeader(String name) {
        var values = getHeaders(name);
        return values.hasMoreElements() ? values.nextElement() : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (isHidden(lower)) {
            return Collections.emptyEnumeration();
        }
        return switch (lower) {
            case "accept" -> Collections.enumeration(Set.of("text/html"));
            case "host" -> Collections.enumeration(Set.of(origin.authority()));
            default -> super.getHeaders(name);
        };
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(Collections.list(super.getHeaderNames()));
        names.removeIf(name -> isHidden(name.toLowerCase(Locale.ROOT)));
        names.add("Accept");
        return Collections.enumeration(names);
    }

    @Override
    public long getDateHeader(String name) {
        return isHidden(name.toLowerCase(Locale.ROOT)) ? -1 : super.getDateHeader(name);
    }

    @Override
    public Cookie @Nullable [] getCookies() {
        return null;
    }

    @Override
    public Locale getLocale() {
        return Locale.getDefault();
    }

    @Override
    public Enumeration<Locale> getLocales() {
        return Collections.enumeration(Set.of(getLocale()));
    }

    @Override
    public String getScheme() {
        return origin.scheme();
    }

    @Override
    public boolean isSecure() {
        return origin.scheme().equals("https");
    }

    @Override
    public String getServerName() {
        return origin.host();
    }

    @Override
    public int getServerPort() {
        return origin.port();
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(origin.scheme())
                .append("://")
                .append(origin.authority())
                .append(getRequestURI());
    }
}
