package org.mizan.codegen.vcl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mizan.core.manifest.ContextEntry;
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
        assertFalse(text.contains("# /profile/"));
        assertFalse(text.contains("/api/mizan/ctx/rates/"));
    }

    @Test
    void emptyManifest_isAConfigurationThatPassesEverything() {
        var text = VarnishConfiguration.write(
                new EdgeManifest(EdgeManifest.VERSION, new TreeMap<>(), new TreeMap<>()), EdgeOptions.local(8080));
        assertTrue(text.contains("sub mizan_route {\n}"), text);
    }

    /** What an earlier release answered is no answer of this one. */
    @Test
    void anotherManifest_hasAnotherDigest() {
        var keys = new TreeSet<String>();
        for (int rev = 0; rev < 3; rev++) {
            var context = Manifests.context("brief", 1, false, false, List.of(), Map.of());
            var revised = new ContextEntry(
                    context.cache(),
                    context.endpoints(),
                    context.functions(),
                    context.pageRoutes(),
                    context.params(),
                    context.paramPatterns(),
                    context.renderStrategy(),
                    rev,
                    context.shared(),
                    context.userScoped());
            var text = VarnishConfiguration.write(
                    Manifests.of(Map.of("brief", revised), Map.of()), EdgeOptions.local(8080));
            keys.add(text.replaceAll("(?s).*sub vcl_hash \\{[^;]*hash_data\\(\"([0-9a-f]{16})\"\\);.*", "$1"));
        }
        assertEquals(3, keys.size(), keys.toString());
        assertTrue(keys.stream().allMatch(key -> key.length() == 16), keys.toString());
    }

    @Test
    void whatIsNoAddress_isRefused_andNeverReachesTheText() {
        var none = List.<String>of();
        assertThrows(IllegalArgumentException.class, () -> new EdgeOptions("a\"; }", 80, none, none, true, true));
        assertThrows(IllegalArgumentException.class, () -> new EdgeOptions("origin", 0, none, none, true, true));
        assertThrows(
                IllegalArgumentException.class,
                () -> new EdgeOptions("origin", 80, List.of("\"any\""), none, true, true));
        assertThrows(
                IllegalArgumentException.class,
                () -> new EdgeOptions("origin", 80, none, List.of("X) { }"), true, true));
        assertTrue(new EdgeOptions("origin", 80, List.of("10.0.0.0/8"), none, true, true)
                .declarations()
                .contains("    \"10.0.0.0\"/8;\n"));
    }
}
