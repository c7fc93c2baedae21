package org.mizan.it.app.ssr;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often each page was rendered. */
@ApplicationScoped
public class PageRuns {
    private final Map<String, Integer> runs = new ConcurrentHashMap<>();

    /** Counts one more. */
    public int next(String page) {
        return runs.merge(page, 1, Integer::sum);
    }
}
