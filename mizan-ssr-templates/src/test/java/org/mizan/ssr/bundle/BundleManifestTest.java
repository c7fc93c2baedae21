package org.mizan.ssr.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleManifestTest {
    @TempDir
    private Path folder;

    private BundleManifest read(String text) throws IOException {
        var file = Files.writeString(folder.resolve(BundleManifest.FILE), text);
        return BundleManifest.read(file, JsonProvider.provider());
    }

    @Test
    void manifest_isRead() throws IOException {
        var manifest =
                read("{\"version\":1,\"react\":\"19.3.1\",\"development\":true,\"document\":\"<html>\",\"views\":"
                        + "{\"a/B.tsx\":{\"server\":\"server/B.js\",\"script\":{\"file\":\"B.js\",\"integrity\":\"i\"},"
                        + "\"modules\":[{\"file\":\"c.js\",\"integrity\":\"j\"}],\"styles\":[]}},"
                        + "\"assets\":{\"B.js\":\"text/javascript\"}}");

        var view = new BundleManifest.View(
                "server/B.js",
                new BundleManifest.File("B.js", "i"),
                List.of(new BundleManifest.File("c.js", "j")),
                List.of());
        assertEquals(
                new BundleManifest(
                        "19.3.1", true, "<html>", Map.of("a/B.tsx", view), Map.of("B.js", "text/javascript")),
                manifest);
    }

    @Test
    void ofAnotherVersion_isRefused() {
        var refused = assertThrows(IllegalStateException.class, () -> read("{\"version\":2,\"pages\":[]}"));

        assertTrue(String.valueOf(refused.getMessage()).startsWith("MIZAN-01431: "), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "[]",
                "{}",
                "{\"version\":1",
                "{\"version\":\"1\"}",
                "{\"version\":1,\"react\":\"19\",\"development\":false,\"document\":\"\",\"views\":[],\"assets\":{}}",
                "{\"version\":1,\"react\":\"19\",\"development\":false,\"document\":\"\",\"views\":{\"A.tsx\":1},\"assets\":{}}",
                "{\"version\":1,\"react\":\"19\",\"development\":false,\"document\":\"\",\"views\":{},\"assets\":{\"a\":1}}",
            })
    void garbage_isRefused(String text) {
        var refused = assertThrows(IllegalStateException.class, () -> read(text));

        assertTrue(String.valueOf(refused.getMessage()).startsWith("MIZAN-01430: "), refused.getMessage());
    }

    @Test
    void missing_isRefused() {
        var file = folder.resolve("nowhere.json");

        var refused =
                assertThrows(IllegalStateException.class, () -> BundleManifest.read(file, JsonProvider.provider()));

        assertTrue(String.valueOf(refused.getMessage()).startsWith("MIZAN-01430: "), refused.getMessage());
    }
}
