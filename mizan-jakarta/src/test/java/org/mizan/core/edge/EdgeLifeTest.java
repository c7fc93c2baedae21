package org.mizan.core.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mizan.Caller;
import org.mizan.Client;
import org.mizan.GlobalContext;
import org.mizan.Guard;
import org.mizan.Guarded;
import org.mizan.Prerender;
import org.mizan.ReactContext;
import org.mizan.Shared;
import org.mizan.core.config.EdgeSettings;
import org.mizan.core.config.Settings;
import org.mizan.core.problem.Problems;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.build.RegistryBuilder;

class EdgeLifeTest {
    static class ProductContext implements ReactContext {}

    static class BriefContext implements ReactContext {}

    static class LongContext implements ReactContext {}

    static class NeverContext implements ReactContext {}

    static class OwnContext implements ReactContext {}

    @Shared
    static class StaffContext implements ReactContext {}

    static class GuardedContext implements ReactContext {}

    static class Nobody implements Guard {
        @Override
        public boolean permits(Caller caller, Map<String, Object> arguments) {
            return false;
        }
    }

    static class Shop {
        @Client(context = GlobalContext.class, cache = 40)
        public String banner() {
            return "";
        }

        @Client(context = ProductContext.class)
        public String product(int productId) {
            return "";
        }

        @Client(context = BriefContext.class, cache = 5)
        public String brief() {
            return "";
        }

        @Client(context = LongContext.class, cache = 5_000)
        public String slow() {
            return "";
        }

        @Client(context = NeverContext.class, cache = Client.NEVER)
        public String never() {
            return "";
        }

        @Client(context = OwnContext.class)
        public String own(int owner_id) {
            return "";
        }

        @Client(context = StaffContext.class)
        @RolesAllowed("staff")
        public String staff() {
            return "";
        }

        @Client(context = GuardedContext.class)
        @Guarded(Nobody.class)
        public String guarded() {
            return "";
        }
    }

    @Path("pages")
    static class Pages {
        @GET
        @Path("{productId}")
        @Prerender
        @Client(context = ProductContext.class)
        public Response show(@PathParam("productId") int productId) {
            return Response.ok().build();
        }

        @GET
        @Path("brief")
        @Prerender
        @Client(context = BriefContext.class)
        public Response brief() {
            return Response.ok().build();
        }
    }

    private static final Registry REGISTRY = registry();

    private final EdgeLife life = new EdgeLife(REGISTRY, settings());

    private static Registry registry() {
        var problems = new Problems();
        var registry = new RegistryBuilder(Naming.JAVA, problems).build(Set.of(Shop.class, Pages.class));
        assertEquals(List.of(), problems.errors());
        return registry;
    }

    private static Settings settings() {
        var defaults = Settings.defaults();
        return new Settings(
                defaults.naming(),
                defaults.maxBody(),
                defaults.maxHeader(),
                defaults.roles(),
                defaults.cache(),
                defaults.mwt(),
                defaults.security(),
                defaults.ssr(),
                defaults.manifest(),
                new EdgeSettings(List.of(), null, Duration.ZERO, true, Duration.ofSeconds(60)));
    }

    @ParameterizedTest
    @CsvSource({"product, max-age=60", "brief, max-age=5", "long, max-age=60", "global, max-age=40"})
    void publicContext_lives_asLongAsItsCacheSays_butNotLonger(String context, String control) {
        assertEquals(Optional.of(control), life.ofContext(context));
    }

    @ParameterizedTest
    @CsvSource({"never", "own", "staff", "guarded", "unknown"})
    void otherContext_hasNoLife(String context) {
        assertEquals(Optional.empty(), life.ofContext(context));
    }

    @Test
    void page_lives_asLongAsAllThatItShows() {
        assertEquals(Optional.of("max-age=40"), life.ofPage(REGISTRY.functions().get("pagesShow")));
        assertEquals(Optional.of("max-age=5"), life.ofPage(REGISTRY.functions().get("pagesBrief")));
    }
}
