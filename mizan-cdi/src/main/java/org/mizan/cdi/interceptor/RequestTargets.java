package org.mizan.cdi.interceptor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mizan.core.protocol.InvalidateHeader;
import org.mizan.core.protocol.Target;
import org.mizan.core.protocol.TargetSet;

/**
 * What became stale during one request and was committed, and which view function made its page: what the response's
 * headers say. Thread-safe; outlives the request scope, for a transaction or an asynchronous answer may end after it.
 */
public final class RequestTargets {
    /** Names the view function that made a page, and what code added to it (PROTOCOL §8). */
    private static final String PAGE = "X-Mizan-Page";

    /** Sets headers of a response that has not begun. */
    @FunctionalInterface
    public interface Headers {
        /** Sets a header, in the place of an earlier one of the name. */
        void set(String name, String value);
    }

    private final int maxHeader;
    private final List<String> views = new ArrayList<>();
    private TargetSet added = TargetSet.none();
    private TargetSet targets = TargetSet.none();
    private String header = "";
    private @Nullable Headers headers;

    RequestTargets(int maxHeader) {
        this.maxHeader = maxHeader;
    }

    /** Says where headers go, unless that was said before. */
    public synchronized void expose(Headers response) {
        if (headers == null) {
            headers = response;
        }
    }

    /** The response of this request; null when there is none, as for a timer. */
    synchronized @Nullable Headers headers() {
        return headers;
    }

    /** A view function that reads for a context makes the answer, or has made it. */
    public synchronized void made(String view) {
        views.add(view);
        sign();
    }

    /** The page also shows a context, with these parameters, that its view function does not name. */
    public synchronized void shows(Target context) {
        added = added.with(context);
        sign();
    }

    private void sign() {
        if (headers != null && !views.isEmpty()) {
            // A page of several functions is no function's: their names are no name.
            var names = String.join(" ", views);
            headers.set(
                    PAGE,
                    added.isEmpty()
                            ? names
                            : names + ", " + added.limitedTo(maxHeader).toHeader());
        }
    }

    /** Adds what was committed, and says so in the header. */
    synchronized void add(TargetSet committed) {
        if (committed.isEmpty()) {
            return;
        }
        if (!targets.equals(committed)) { // as a run says what it made stale before it begins and when it ends
            targets = targets.isEmpty() ? committed : both(targets, committed);
            header = limited().toHeader();
        }
        repeat();
    }

    private static TargetSet both(TargetSet first, TargetSet second) {
        var all = new TargetSet.Builder();
        first.targets().forEach(all::add);
        second.targets().forEach(all::add);
        return all.build();
    }

    /** Sets the header once more, after the response was reset. */
    public synchronized void repeat() {
        if (headers != null && !targets.isEmpty()) {
            headers.set(InvalidateHeader.NAME, header);
        }
    }

    /** What header and body name: limited to the size of the header. */
    public synchronized TargetSet limited() {
        return targets.limitedTo(maxHeader);
    }
}
