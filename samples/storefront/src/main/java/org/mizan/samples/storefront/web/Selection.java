package org.mizan.samples.storefront.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mizan.samples.storefront.catalog.CatalogSort;

/** Which products a page lists, as its address says; {@code useSelection} in {@code pages/catalogue.tsx} reads it alike. */
final class Selection {

    private Selection() {}

    /** The parameters of the context {@code catalog}; what the address does not say is null. */
    static Map<String, Object> of(
            @Nullable String category, @Nullable String search, @Nullable String sort, @Nullable String page) {
        Map<String, Object> params = new HashMap<>();
        if (category != null && !category.isEmpty()) {
            params.put("category", category);
        }
        if (search != null && !search.isEmpty()) {
            params.put("search", search);
        }
        params.put("sort", sort(sort));
        params.put("page", page(page));
        return params;
    }

    private static CatalogSort sort(@Nullable String text) {
        return Arrays.stream(CatalogSort.values())
                .filter(sort -> sort.name().equals(text))
                .findFirst()
                .orElse(CatalogSort.NAME);
    }

    private static int page(@Nullable String text) {
        return text != null && text.matches("[1-9]\\d{0,8}") ? Integer.parseInt(text) : 1;
    }
}
