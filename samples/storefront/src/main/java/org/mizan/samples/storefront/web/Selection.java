package org.mizan.samples.storefront.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.mizan.samples.storefront.catalog.CatalogSort;

/** Which products a page lists, as its address says; {@code useSelection} in {@code pages/catalogue.tsx} reads it alike. */
final class Selection {

    private Selection() {}

    /** The parameters of the context {@code catalog}. */
    static Map<String, Object> of(MultivaluedMap<String, String> query) {
        Map<String, Object> params = new HashMap<>();
        for (String name : new String[] {"category", "search"}) {
            String text = query.getFirst(name);
            if (text != null && !text.isEmpty()) {
                params.put(name, text);
            }
        }
        params.put("sort", sort(query.getFirst("sort")));
        params.put("page", page(query.getFirst("page")));
        return params;
    }

    private static CatalogSort sort(String text) {
        return Arrays.stream(CatalogSort.values())
                .filter(sort -> sort.name().equals(text))
                .findFirst()
                .orElse(CatalogSort.NAME);
    }

    private static int page(String text) {
        return text != null && text.matches("[1-9]\\d{0,8}") ? Integer.parseInt(text) : 1;
    }
}
