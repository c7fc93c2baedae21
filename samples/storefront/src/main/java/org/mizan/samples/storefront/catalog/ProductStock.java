package org.mizan.samples.storefront.catalog;

/** How many pieces there are. */
public record ProductStock(int pieces, Level level) {

    /** What a page says about it. */
    public enum Level {
        SOLD_OUT,
        LOW,
        PLENTY
    }

    static ProductStock of(int pieces) {
        Level level = pieces == 0 ? Level.SOLD_OUT : pieces < 10 ? Level.LOW : Level.PLENTY;
        return new ProductStock(pieces, level);
    }
}
