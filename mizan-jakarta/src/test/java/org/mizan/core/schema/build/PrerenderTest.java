package org.mizan.core.schema.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mizan.core.schema.build.Built.assertNames;
import static org.mizan.core.schema.build.Built.error;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mizan.Caller;
import org.mizan.Client;
import org.mizan.GlobalContext;
import org.mizan.Guard;
import org.mizan.Guarded;
import org.mizan.Prerender;
import org.mizan.ReactContext;
import org.mizan.core.problem.Problem;
import org.mizan.core.problem.Problems;
import org.mizan.core.schema.Access;
import org.mizan.core.schema.Naming;

/** What may be {@code @Prerender}, and one application for each code that refuses it. */
class PrerenderTest {

    public static final class ProductContext implements ReactContext {}

    public static class Products {
        @Client(context = ProductContext.class)
        public String product(long productId) {
            return "";
        }

        @Client(affects = ProductContext.class)
        public void rename(long productId) {}
    }

    @Path("products")
    @RequestScoped
    public static class Page {
        @GET
        @Path("{productId}")
        @Prerender
        @Client(context = ProductContext.class)
        public Response show(@PathParam("productId") long productId, @QueryParam("page") int page) {
            return Response.ok().build();
        }

        @GET
        @Client(context = ProductContext.class)
        public Response plain(@QueryParam("productId") long productId) {
            return Response.ok().build();
        }
    }

    @Test
    void page_ofAContextForEverybody_isPrerendered_andTheSchemaIsTheSame() {
        var registry = Built.of(Products.class, Page.class);
        assertTrue(registry.function("pageShow").orElseThrow().prerendered());
        assertFalse(registry.function("pagePlain").orElseThrow().prerendered());
        assertEquals(Built.of(Products.class).hash(), registry.hash());
    }

    public static class Plain {
        @Prerender
        public String alone() {
            return "";
        }
    }

    public static class Value {
        @Prerender
        @Client(context = ProductContext.class)
        public String value(long productId) {
            return "";
        }
    }

    @Path("posted")
    @RequestScoped
    public static class Posted {
        @POST
        @Prerender
        @Client(context = ProductContext.class)
        public Response post(@QueryParam("productId") long productId) {
            return Response.ok().build();
        }
    }

    @Path("later")
    @RequestScoped
    public static class Later {
        @GET
        @Prerender
        @Client(context = ProductContext.class)
        public java.util.concurrent.CompletionStage<Response> later(@QueryParam("productId") long productId) {
            return java.util.concurrent.CompletableFuture.completedFuture(
                    Response.ok().build());
        }
    }

    @Test
    void methodThatIsNoPage_isRefused() {
        assertNames(error(225, Products.class, Later.class), "#later(long)", "asynchronously");
        assertNames(error(225, Plain.class), "#alone()", "has no @Client");
        assertNames(error(225, Products.class, Value.class), "#value(long)", "root resource");
        assertNames(error(225, Products.class, Posted.class), "#post(long)", "@GET");
    }

    public static final class ViewsContext implements ReactContext {}

    @Path("lonely")
    @RequestScoped
    public static class Lonely {
        @GET
        @Prerender
        @Client
        public Response without() {
            return Response.ok().build();
        }
    }

    @Path("bare")
    @RequestScoped
    public static class Bare {
        @GET
        @Prerender
        @Client(context = ViewsContext.class)
        public Response bare() {
            return Response.ok().build();
        }
    }

    @Test
    void contextWithoutBundle_orNone_isRefused() {
        assertNames(error(226, Lonely.class), "names no context");
        assertNames(error(226, Bare.class), "'views'");
    }

    public static class Never implements Guard {
        @Override
        public boolean permits(Caller caller, Map<String, Object> arguments) {
            return false;
        }
    }

    public static class More {
        @RolesAllowed("admin")
        @Client(context = ProductContext.class)
        public String secret(long productId) {
            return "";
        }
    }

    public static class Watched {
        @Guarded(Never.class)
        @Client(context = ProductContext.class)
        public String watched(long productId) {
            return "";
        }
    }

    @Test
    void whatNeedsACaller_isRefused_alsoByDefault() {
        assertNames(error(227, Products.class, Page.class, More.class), "#secret(long)");
        assertNames(error(227, Products.class, Page.class, Watched.class), "#watched(long)");
        var problems = new Problems();
        new RegistryBuilder(Naming.JAVA, Access.roles(List.of("**")), problems)
                .build(List.of(Products.class, Page.class));
        assertEquals(
                List.of(227, 227), problems.errors().stream().map(Problem::code).toList());
    }

    public static class Hasty {
        @Client(context = ProductContext.class, cache = Client.NEVER)
        public String now(long productId) {
            return "";
        }
    }

    public static class HastyForAll {
        @Client(context = GlobalContext.class, cache = Client.NEVER)
        public String now() {
            return "";
        }
    }

    @Test
    void whatIsNeverCached_isRefused_alsoOnEveryPage() {
        assertNames(error(228, Products.class, Page.class, Hasty.class), "'product'");
        assertNames(error(228, Products.class, Page.class, HastyForAll.class), "'global'");
    }

    @Path("list")
    @RequestScoped
    public static class ListPage {
        @GET
        @Prerender
        @Client(context = ProductContext.class)
        public Response list() {
            return Response.ok().build();
        }
    }

    @Test
    void pageThatDoesNotSayWhichProduct_isRefused() {
        assertNames(error(229, Products.class, ListPage.class), "'productId'");
    }

    @Path("language")
    @RequestScoped
    public static class LanguagePage {
        @GET
        @Prerender
        @Client(context = ProductContext.class)
        public Response show(@QueryParam("productId") long productId, @HeaderParam("Accept-Language") String language) {
            return Response.ok().build();
        }
    }

    @Test
    void pageThatDependsOnAHeader_isRefused() {
        assertNames(error(230, Products.class, LanguagePage.class), "@HeaderParam");
    }
}
