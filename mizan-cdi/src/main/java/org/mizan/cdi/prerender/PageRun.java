package org.mizan.cdi.prerender;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.mizan.core.cache.CacheRead;
import org.mizan.core.cache.entry.Body;
import org.mizan.spi.PageAttributes;

/** One request for a page: out of the store, by another request that renders it just now, or rendered here. */
final class PageRun {
    private final Asked asked;
    private final CacheRead read;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final FilterChain chain;
    private final PageKeeper keeper;
    private final int most;
    private @Nullable CapturedResponse captured;
    private @Nullable Throwable failure;
    private boolean mayBeKept;

    PageRun(
            Asked asked,
            CacheRead read,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            PageKeeper keeper,
            int most) {
        this.asked = asked;
        this.read = read;
        this.request = request;
        this.response = response;
        this.chain = chain;
        this.keeper = keeper;
        this.most = most;
    }

    /** The kept page; without a meaning when this request {@link #ran}. */
    Body body() {
        try {
            return read.body(this::render);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /*
     * A failure is not thrown to the cache: those who wait for this run would get it, and it may be that of a connection
     * that is theirs no more than this page is.
     */
    private byte[] render() {
        var capture = new CapturedResponse(response, most);
        captured = capture;
        var plain = new PlainRequest(request, asked.origin(), capture);
        var before = keeper.before(response);
        try {
            request.setAttribute(PageAttributes.PRERENDERING, Boolean.TRUE);
            chain.doFilter(plain, capture);
            if (keeper.mayKeep(asked, plain, capture, before)) {
                mayBeKept = true;
                return StoredPage.of(keeper.headers(capture), capture.content());
            }
        } catch (IOException | ServletException | RuntimeException | Error e) {
            failure = e;
        } finally {
            request.removeAttribute(PageAttributes.PRERENDERING);
        }
        read.notCommon();
        return new byte[0];
    }

    /** Whether the page was rendered for this request. */
    boolean ran() {
        return captured != null;
    }

    /** Whether the page is the same for everybody who is not signed in. */
    boolean isForEverybody() {
        return captured == null || mayBeKept;
    }

    /** Whether headers can be added to the answer. */
    boolean isHeldBack() {
        return captured == null || captured.isWhole();
    }

    /** Sends what was rendered, or throws what that threw. */
    void finish() throws IOException, ServletException {
        if (failure instanceof IOException e) {
            throw e;
        } else if (failure instanceof ServletException e) {
            throw e;
        } else if (failure instanceof RuntimeException e) {
            throw e;
        } else if (failure instanceof Error e) {
            throw e;
        }
        if (captured != null) {
            captured.end();
        }
    }
}
