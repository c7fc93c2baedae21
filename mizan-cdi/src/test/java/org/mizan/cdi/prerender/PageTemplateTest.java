package org.mizan.cdi.prerender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Paths as Jakarta REST matches them. */
class PageTemplateTest {

    private static Map<String, String> match(String path, String... templates) {
        return new PageTemplate(templates).match(path).orElse(Map.of("no", "match"));
    }

    private static void refuse(String path, String... templates) {
        assertEquals(Optional.empty(), new PageTemplate(templates).match(path), path);
    }

    @Test
    void classAndMethod_makeOnePath_whateverTheirSlashes() {
        for (var type : new String[] {"products", "/products", "/products/"}) {
            assertEquals(Map.of("id", "5"), match("/products/5", type, "{id}"));
            assertEquals(Map.of("id", "5"), match("/products/5/", type, "/{id}/"));
        }
        assertEquals(Map.of(), match("/", "/", ""));
        assertEquals(Map.of(), match("/products", "products", ""));
    }

    @Test
    void parameter_isOneSegment_unlessItsPatternSaysMore() {
        refuse("/products/5/6", "products", "{id}");
        refuse("/products/", "products", "{id}");
        refuse("/products/x", "products", "{id: \\d+}");
        assertEquals(Map.of("id", "55"), match("/products/55", "products", "{id: \\d{2}}"));
        refuse("/products/5", "products", "{id: \\d{2}}");
        assertEquals(Map.of("path", "a/b"), match("/files/a/b", "files", "{path: .+}"));
        assertEquals(Map.of("kind", "old", "id", "5"), match("/old-5.html", "{kind: (new|old)}-{id}.html"));
    }

    @Test
    void literal_isComparedAsItIsSent() {
        assertEquals(Map.of("id", "a%2Fb"), match("/caf%C3%A9/a%2Fb", "café", "{id}"));
        refuse("/aXb", "a.b");
    }

    @Test
    void moreLiterals_comeFirst() {
        assertTrue(new PageTemplate("products", "new").literals() > new PageTemplate("products", "{id}").literals());
    }

    @Test
    void templateThatIsNotClosed_isNone() {
        assertThrows(IllegalArgumentException.class, () -> new PageTemplate("products/{id"));
    }
}
