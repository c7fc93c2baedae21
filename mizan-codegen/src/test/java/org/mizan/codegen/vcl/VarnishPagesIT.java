package org.mizan.codegen.vcl;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which pages are kept, and what outdates them. */
class VarnishPagesIT extends VarnishShop {
    @Test
    void page_isKept_whenTheFunctionOfItsRouteMadeIt() throws Exception {
        origin.answers("/products/5", 200, "text/html", Map.of("X-Mizan-Page", "productPage"));
        origin.answers("/products/6", 200, "text/html", Map.of());
        origin.answers("/products/7", 200, "text/html", Map.of("X-Mizan-Page", "other"));
        origin.answers("/products/8", 200, "text/html", Map.of("X-Mizan-Page", "productPage, catalog"));
        origin.answers(
                "/products/9", 200, "text/html", Map.of("X-Mizan-Page", "productPage", "Vary", "Accept-Language"));
        fill("products/5", "products/5?tab=more");
        assertNeverKept("products/6", "Accept", HTML);
        assertNeverKept("products/7", "Accept", HTML);
        assertNeverKept("products/8", "Accept", HTML);
        fill("products/9");
        assertNeverKept("products/5?utm=1", "Accept", HTML);
        assertNeverKept("products/5?productId=5", "Accept", HTML);
        assertNeverKept("products/5", "Accept", "application/json");
        fill("shelf/5");
        assertTrue(page("products/5").headers().firstValue("X-Mizan-Page").isEmpty());
    }
}
