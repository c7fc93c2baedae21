package org.mizan.samples.storefront.catalog;

/** In which order a page of the catalogue stands; the id decides between equals, so that pages never overlap. */
public enum CatalogSort {
    NAME("p.name"),
    PRICE("p.price"),
    PRICE_DESC("p.price desc"),
    NEWEST("p.added desc"),
    MOST_REVIEWED("p.reviewCount desc");

    private final String orderBy;

    CatalogSort(String orderBy) {
        this.orderBy = orderBy;
    }

    String jpql() {
        return " order by " + orderBy + ", p.id";
    }
}
