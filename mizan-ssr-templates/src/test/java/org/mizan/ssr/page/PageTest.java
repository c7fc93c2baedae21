package org.mizan.ssr.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mizan.spi.PageData;
import org.mizan.ssr.bridge.Rendered;

class PageTest {
    private static final String SHELL = "<!DOCTYPE html><html lang=\"__mizan_lang__\"><head><meta charset=\"utf-8\">"
            + "<!--mizan:head--></head><body><!--mizan:root--><script nonce=\"__mizan_nonce__\">own()</script>"
            + "<!--mizan:scripts--></body></html>";
    private static final ClientFiles FILES = new ClientFiles(
            "/shop/mizan-assets/",
            new ClientFiles.File("a-1.js", "sha384-A"),
            List.of(new ClientFiles.File("c-2.js", "sha384-C")),
            List.of(new ClientFiles.File("s-3.css", "sha384-S")));

    private static String page(PageJson json, Optional<Rendered> rendered, Optional<String> nonce) {
        return new String(
                new Page(new Document(SHELL), FILES, json, rendered, "de-AT", nonce).bytes(), StandardCharsets.UTF_8);
    }

    private static PageJson json(String props) {
        return new PageJson("a.tsx", props, "{}", "{\"now\":1}");
    }

    private static Optional<Rendered> rendered(String head, String html, String lang) {
        return Optional.of(new Rendered(
                (head + html).getBytes(StandardCharsets.UTF_8), head.getBytes(StandardCharsets.UTF_8).length, lang));
    }

    @Test
    void renderedPage_hasEverything_inItsPlace() {
        assertEquals(
                "<!DOCTYPE html><html lang=\"de-AT\"><head><meta charset=\"utf-8\"><title>Tee &amp; Käse</title>"
                        + "<link rel=\"stylesheet\" href=\"/shop/mizan-assets/s-3.css\" integrity=\"sha384-S\">"
                        + "<link rel=\"modulepreload\" href=\"/shop/mizan-assets/c-2.js\" integrity=\"sha384-C\">"
                        + "</head><body><div id=\"mizan-root\"><p>Grüße</p></div><script>own()</script>"
                        + "<script id=\"mizan-ssr-data\">window.__MIZAN_SSR_DATA__={\"contexts\":{},\"environment\":"
                        + "{\"now\":1},\"props\":{},\"view\":\"a.tsx\"}</script>"
                        + "<script type=\"module\" src=\"/shop/mizan-assets/a-1.js\" integrity=\"sha384-A\"></script>"
                        + "</body></html>",
                page(json("{}"), rendered("<title>Tee &amp; Käse</title>", "<p>Grüße</p>", null), Optional.empty()));
    }

    @Test
    void viewSaysItsLanguage_whichIsEscaped() {
        assertTrue(page(json("{}"), rendered("", "", "x\"><script>"), Optional.empty())
                .contains("<html lang=\"x&quot;&gt;&lt;script&gt;\">"));
    }

    @Test
    void nonce_isOnEveryScriptAndLink() {
        var html = page(json("{}"), rendered("", "", null), Optional.of("r4nd+m="));
        assertEquals(5, html.split(" nonce=\"r4nd\\+m=\"", -1).length - 1, html);
    }

    @Test
    void pageThatWasNotRendered_saysSo_andHasAnEmptyRoot() {
        var html = page(json("{}"), Optional.empty(), Optional.empty());
        assertTrue(html.contains("<div id=\"mizan-root\"></div>"), html);
        assertTrue(html.contains("\"props\":{},\"rendered\":false,\"view\""), html);
    }

    @Test
    void data_neverEndTheScript_andSetNoPrototype() {
        var hostile =
                "{\"__proto__\":{\"a\":\"</script><!--&\u2028\u2029\"},\"x\":\"__proto__\",\"y,\\\"__proto__\":1}";
        var html = page(json(hostile), Optional.empty(), Optional.empty());
        assertTrue(
                html.contains(
                        "\"props\":{[\"__proto__\"]:{\"a\":\"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028\\u2029\"},"
                                + "\"x\":\"__proto__\",\"y,\\\"__proto__\":1}"),
                html);
        assertFalse(html.contains("\u2028"));
    }

    @Test
    void bundles_standByTheirContexts() {
        assertEquals("{}", PageJson.contexts(List.of()));
        assertEquals(
                "{\"a\":[{\"data\":{\"f\":1},\"params\":{\"id\":1}},{\"data\":{\"f\":2},\"params\":{\"id\":2}}],\"b\":[{\"data\":{},\"params\":{}}]}",
                PageJson.contexts(List.of(
                        new PageData.Bundle("a", "{\"id\":1}", "{\"f\":1}"),
                        new PageData.Bundle("b", "{}", "{}"),
                        new PageData.Bundle("a", "{\"id\":2}", "{\"f\":2}"))));
    }

    @Test
    void frame_namesTheFile() {
        assertEquals(
                "{\"contexts\":{},\"environment\":{\"now\":1},\"file\":\"" + Path.of("/s/a-1.js")
                        + "\",\"props\":{},\"view\":\"a.tsx\"}",
                json("{}").frame(Path.of("/s/a-1.js")));
    }
}
