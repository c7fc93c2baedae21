package org.mizan.ssr.runtime;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mizan.ssr.ViewException;
import org.mizan.ssr.bundle.BundleManifest;

class SiteTest {
    @TempDir
    Path folder;

    private static BundleManifest manifest(String script) {
        var file = new BundleManifest.File(script, "sha384-A");
        return new BundleManifest(
                "19.3.1",
                false,
                "<!--mizan:root-->",
                Map.of("a.tsx", new BundleManifest.View("server/a-1.js", file, List.of(), List.of())),
                Map.of(script, "text/javascript", "gone.js", "text/javascript"));
    }

    @Test
    void linkOutOfTheFolderOfViews_isRefused_oneWithinIsFine() throws IOException {
        var views = Files.createDirectory(folder.resolve("views"));
        Files.createSymbolicLink(views.resolve("b.tsx"), Files.writeString(views.resolve("a.tsx"), ""));
        assertDoesNotThrow(() -> Site.requireNoLinksOut(views));
        Files.createSymbolicLink(views.resolve("c.tsx"), Files.writeString(folder.resolve("secret.tsx"), ""));
        var refused = assertThrows(ViewException.class, () -> Site.requireNoLinksOut(views));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("MIZAN-01306: "), refused.getMessage());
    }

    @Test
    void linkToNothing_isRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("a.tsx"), folder.resolve("nothing"));
        assertThrows(ViewException.class, () -> Site.requireNoLinksOut(folder));
    }

    @Test
    void unknownView_isTold_andOneOutsideIsRefused() {
        var site = new Site(folder, manifest("a-1.js"), "/mizan-assets/");
        assertEquals(folder.resolve("server/a-1.js"), site.view("a.tsx").server());
        assertTrue(String.valueOf(assertThrows(ViewException.class, () -> site.view("b.tsx"))
                        .getMessage())
                .startsWith("MIZAN-01342: "));
        assertTrue(String.valueOf(assertThrows(ViewException.class, () -> site.view("../a.tsx"))
                        .getMessage())
                .startsWith("MIZAN-01341: "));
    }

    @Test
    void files_areThoseOfTheManifest_thatAreThere() throws IOException {
        Files.createDirectory(folder.resolve("client"));
        Files.writeString(folder.resolve("client/a-1.js"), "");
        Files.writeString(folder.resolve("client/other.js"), "");
        var site = new Site(folder, manifest("a-1.js"), "/mizan-assets/");
        assertTrue(site.asset("a-1.js").isPresent());
        assertTrue(site.asset("gone.js").isEmpty());
        assertTrue(site.asset("other.js").isEmpty());
        assertTrue(site.asset("../client/a-1.js").isEmpty());
    }

    @Test
    void edition_changesWithTheScripts_only() {
        var edition = new Site(folder, manifest("a-1.js"), "/mizan-assets/").edition();
        assertEquals(edition, new Site(folder, manifest("a-1.js"), "/other/").edition());
        assertNotEquals(edition, new Site(folder, manifest("a-2.js"), "/mizan-assets/").edition());
    }
}
