package org.mizan.codegen.vcl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mizan.core.manifest.EdgeManifest;

class VarnishConfigurationTest {
    private static final Path GOLDEN = Path.of("src/test/resources/org/mizan/codegen/vcl/shop.vcl");

    @Test
    void shop_isTheGoldenFile() throws Exception {
        var text = VarnishConfiguration.write(Manifests.shop(), EdgeOptions.local(8080));
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, text);
        }
        assertEquals(Files.readString(GOLDEN), text);
        assertEquals(text, VarnishConfiguration.write(Manifests.shop(), EdgeOptions.local(8080)));
    }

    @Test
    void userScopedContexts_andThoseThatAreNeverCached_haveNoRoute() {
        var text = VarnishConfiguration.write(Manifests.shop(), EdgeOptions.local(8080));
        assertTrue(text.contains("# /api/mizan/ctx/product/\n"));
        assertTrue(text.contains("# /products/:productId\n"));
        assertFalse(text.contains("/api/mizan/ctx/user/"));
        assertFalse(text.contains("/profile/"));
        assertFalse(text.contains("/api/mizan/ctx/rates/"));
    }

    @Test
    void emptyManifest_isAConfigurationThatPassesEverything() {
        var text = VarnishConfiguration.write(
                new EdgeManifest(EdgeManifest.VERSION, new TreeMap<>(), new TreeMap<>()), EdgeOptions.local(8080));
        assertTrue(text.contains("sub mizan_route {\n}"), text);
    }

    @Test
    void whatIsNoAddress_isRefused_andNeverReachesTheText() {
        var none = List.<String>of();
        assertThrows(IllegalArgumentException.class, () -> new EdgeOptions("a\"; }", 80, none, true, true));
        assertThrows(IllegalArgumentException.class, () -> new EdgeOptions("origin", 0, none, true, true));
        assertThrows(
                IllegalArgumentException.class, () -> new EdgeOptions("origin", 80, List.of("\"any\""), true, true));
        assertTrue(new EdgeOptions("origin", 80, List.of("10.0.0.0/8"), true, true)
                .declarations()
                .contains("    \"10.0.0.0\"/8;\n"));
    }
}
