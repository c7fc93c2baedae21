package org.mizan.cdi.prerender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mizan.Client;
import org.mizan.Prerender;
import org.mizan.ReactContext;
import org.mizan.core.problem.Problems;
import org.mizan.core.protocol.ScopeValue;
import org.mizan.core.protocol.Target;
import org.mizan.core.protocol.TargetSet;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.build.RegistryBuilder;

/** Which pages are rendered in the background, and in which order. */
class HotPagesTest {
    private static final FunctionModel VIEW = new RegistryBuilder(Naming.JAVA, new Problems())
            .build(List.of(Page.class))
            .function("pageShow")
            .orElseThrow();

    private final HotPages pages = new HotPages(3);

    static final class ProductContext implements ReactContext {}

    @Path("products/{productId}")
    @RequestScoped
    public static class Page {
        @GET
        @Prerender
        @Client(context = ProductContext.class)
        public Response show(@PathParam("productId") long productId) {
            return Response.ok().build();
        }
    }

    private void ask(int product, int times) {
        var params = new TreeMap<>(Map.of("productId", Integer.toString(product)));
        var page =
                new Asked(VIEW, params, new Asked.Origin("http", "localhost", 80), "/products/" + product, "", false);
        Map<String, SortedMap<String, String>> scopes = Map.of("product", params, "global", new TreeMap<>());
        for (int i = 0; i < times; i++) {
            pages.asked(page, () -> scopes, false);
        }
    }

    private static TargetSet product(int id) {
        var value = new ScopeValue(Json.createValue(id), Integer.toString(id));
        return TargetSet.none().with(new Target("product", null, new TreeMap<>(Map.of("productId", value))));
    }

    private String hottest() {
        return pages.hottest().map(Asked::uri).orElse("none");
    }

    @Test
    void stalePages_comeHottestFirst_andOnce() {
        ask(1, 2);
        ask(2, 5);
        ask(3, 1);
        assertTrue(pages.stale(TargetSet.none().with(Target.broad("global"))));
        assertFalse(pages.stale(TargetSet.none().with(Target.EVERYTHING)), "they are already");
        assertEquals("/products/2", hottest());
        assertEquals("/products/1", hottest());
        assertEquals("/products/3", hottest());
        assertEquals("none", hottest());
    }

    @Test
    void targetOfAnotherProductOrContext_concernsNoPage() {
        ask(1, 1);
        assertFalse(pages.stale(product(2)));
        assertFalse(pages.stale(TargetSet.none().with(Target.broad("other"))));
        assertEquals("none", hottest());
        assertTrue(pages.stale(product(1)));
        assertEquals("/products/1", hottest());
    }

    @Test
    void pageThatNobodyAskedForLately_isForgotten() {
        for (int i = 1; i <= 4; i++) {
            ask(i, 1);
        }
        assertFalse(pages.stale(product(1)));
        assertTrue(pages.stale(product(2)));
    }

    @Test
    void whatWasHotOnce_coolsDown() {
        ask(1, 8);
        ask(2, 5);
        for (int i = 0; i < 2; i++) {
            pages.stale(product(1));
            assertEquals("/products/1", hottest());
        }
        pages.stale(TargetSet.none().with(Target.EVERYTHING));
        assertEquals("/products/2", hottest());
    }
}
