package org.mizan.bench.ssr;

import org.mizan.bench.Figures;
import org.mizan.bench.Suite;

/** Figures of views: the storefront's page of a product, and a tiny one. */
public final class SsrSuite implements Suite {
    @Override
    public String name() {
        return "ssr";
    }

    @Override
    public void run(Figures figures) {
        figures.measure("views", () -> {
            try (var shop = Shop.prepare()) {
                figures.measure("pages over HTTP", () -> new PagesOverHttp(figures, shop).measure());
                figures.measure("the bridge", () -> new BridgeAlone(figures, shop).measure());
            }
        });
    }
}
