package org.mizan.samples.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the server hands out the pages: every address works as a link, and what has a hash in its name is kept. */
class FrontEndIT {
    @RegisterExtension
    static final SharedShop SHOP = new SharedShop();

    private final Visitor visitor = SHOP.get().visitor();

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?category=coffee&page=2", "products/1", "cart", "checkout", "orders", "sign-in", "prices"})
    void addressOfAPage_isAnsweredWithThePage(String path) throws Exception {
        var page = visitor.get(path);
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<div id=\"mizan-root\"><a class=\"skip\""), page.body());
        assertTrue(header(page, "Content-Type").startsWith("text/html"));
        assertEquals("no-store", header(page, "Cache-Control"));
        assertEquals("", header(page, "Set-Cookie"), "who only looks has no session");
        var script = page.body().replaceAll("(?s).*<script id=\"mizan-ssr-data\">(.*?)</script>.*", "$1");
        var hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
        assertTrue(
                header(page, "Content-Security-Policy")
                        .startsWith("default-src 'self'; script-src 'self' 'sha256-"
                                + Base64.getEncoder().encodeToString(hash) + "';"),
                header(page, "Content-Security-Policy"));
    }

    @Test
    void scriptsAndStyles_areKeptForGood() throws Exception {
        var names = Pattern.compile("(?:src|href)=\"/(mizan-assets/[^\"]+)\"")
                .matcher(visitor.get("").body());
        int found = 0;
        for (; names.find(); found++) {
            var asset = visitor.get(names.group(1));
            assertEquals(200, asset.statusCode(), names.group(1));
            assertTrue(header(asset, "Cache-Control").contains("immutable"), header(asset, "Cache-Control"));
        }
        assertTrue(found >= 3, "icon, style, script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mizan-assets/CartPage-0ld0ld0l.js", "nothing", "cart/x", "login/x"})
    void whatIsNotThere_isSaidToBeMissing_andNotKept(String path) throws Exception {
        var answer = visitor.get(path);
        assertEquals(404, answer.statusCode());
        assertFalse(header(answer, "Cache-Control").contains("immutable"));
    }
}
