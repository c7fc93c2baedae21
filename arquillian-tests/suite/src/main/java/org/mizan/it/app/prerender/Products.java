package org.mizan.it.app.prerender;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.mizan.Client;
import org.mizan.GlobalContext;

/** Products, a banner on every page, and how often each page ran. */
@ApplicationScoped
public class Products {
    private final Map<Long, Integer> prices = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
    private volatile String banner = "no banner";

    @Client(context = ProductContext.class)
    public int price(long productId) {
        return prices.getOrDefault(productId, 1);
    }

    @Client(context = GlobalContext.class)
    public String banner() {
        return banner;
    }

    @Client(context = OtherContext.class)
    public String other() {
        return "other";
    }

    @Client(affects = ProductContext.class)
    public void reprice(long productId, int price) {
        prices.put(productId, price);
    }

    @Client(affects = ProductContext.class)
    public void repriceAll(int price) {
        prices.replaceAll((product, before) -> price);
    }

    @Client(affects = GlobalContext.class)
    public void announce(String text) {
        banner = text;
    }

    /** How often the pages of a product ran. */
    @Client
    public int runs(String page) {
        var count = runs.get(page);
        return count == null ? 0 : count.get();
    }

    int run(String page) {
        return runs.computeIfAbsent(page, first -> new AtomicInteger()).incrementAndGet();
    }
}
