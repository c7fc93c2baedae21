package org.mizan.core.schema.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mizan.Client;
import org.mizan.ContextName;
import org.mizan.GlobalContext;
import org.mizan.Param;
import org.mizan.ReactContext;
import org.mizan.Route;
import org.mizan.ScopedBy;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.ParameterModel;

class NamesTest {

    @ScopedBy("userId")
    public static final class UserContext implements ReactContext {}

    public static final class ShoppingCartContext implements ReactContext {}

    public static final class Context implements ReactContext {}

    public static final class Orders implements ReactContext {}

    @ContextName("theRest")
    public static final class OtherContext implements ReactContext {}

    @ParameterizedTest
    @CsvSource({"user,UserContext", "shoppingCart,ShoppingCartContext", "context,Context", "orders,Orders"})
    void contextClass_named_isItsSimpleNameWithoutContext(String name, String type) throws Exception {
        var context = Class.forName(NamesTest.class.getName() + "$" + type);
        assertEquals(name, ContextReader.name(context, Naming.JAVA));
    }

    @Test
    void contextNames_givenOrGlobal_areKept() {
        assertEquals("global", ContextReader.name(GlobalContext.class, Naming.JAVA));
        assertEquals("theRest", ContextReader.name(OtherContext.class, Naming.SNAKE_CASE));
        assertEquals("shopping_cart", ContextReader.name(ShoppingCartContext.class, Naming.SNAKE_CASE));
    }

    @ParameterizedTest
    @CsvSource({
        "userProfile,user_profile",
        "userID,user_id",
        "parseHTTPBody,parse_http_body",
        "URL,url",
        "already_snake,already_snake",
        "page2Size,page2_size",
        "a,a",
        "X,x",
        "aB,a_b"
    })
    void javaName_asSnakeCase_isSplitAtWords(String java, String snake) {
        assertEquals(snake, Naming.SNAKE_CASE.apply(java));
        assertEquals(java, Naming.JAVA.apply(java));
    }

    public static class Users {
        public record Profile(long userId, String firstName) {}

        @Client(context = UserContext.class)
        public Profile userProfile(long userId) {
            return new Profile(userId, "");
        }

        @Client(name = "keepThis")
        public String renamed(@Param("andThis") long other) {
            return "";
        }

        @Client(affects = UserContext.class, affectsFunctions = "userProfile")
        public void rename(long userId, String newName) {}

        @Client
        @Route(path = "/users/{userId}")
        public String route(long userId) {
            return "";
        }
    }

    @Test
    void snakeCase_applied_renamesAllButWhatAnnotationsGiveAndRecords() {
        var registry = Built.of(Naming.SNAKE_CASE, Users.class);
        assertEquals(
                Set.of("user_profile", "keepThis", "rename", "route"),
                registry.functions().keySet());
        var rename = registry.function("rename").orElseThrow();
        assertEquals(List.of("user_id", "new_name"), names(rename));
        assertEquals("user", rename.affects().get(0).context());
        assertEquals(List.of("user_id"), rename.affects().get(0).parameters());
        assertEquals("user_profile", rename.affects().get(1).function());
        assertEquals(List.of("andThis"), names(registry.function("keepThis").orElseThrow()));
        assertTrue(registry.types().get(Users.Profile.class).toString().contains("firstName"));
        var route = registry.function("route").orElseThrow().route();
        assertEquals(
                List.of("users", "{user_id}"),
                java.util.Objects.requireNonNull(route).segments());
        assertEquals(
                Set.of(new java.util.TreeSet<>(Set.of("user_id"))),
                registry.context("user").orElseThrow().shapes());
    }

    private static List<String> names(FunctionModel function) {
        return function.parameters().stream().map(ParameterModel::name).toList();
    }

    @Path("/profile/{userId}")
    @RequestScoped
    public static class ProfilePage {
        @GET
        @Client(context = UserContext.class)
        public String show(@PathParam("userId") long id, @QueryParam("tab") String tab, @HeaderParam("x") String x) {
            return "";
        }

        @POST
        @Client(affects = UserContext.class)
        public Response save(@PathParam("userId") long id, @FormParam("full-name") String name, String body) {
            return Response.ok().build();
        }

        @GET
        @Path("/later")
        @Client(name = "own")
        public CompletionStage<Response> later() {
            throw new IllegalStateException();
        }

        @Client
        public Integer helper() {
            return 1;
        }
    }

    @Test
    void viewFunctions_named_areClassAndMethod() {
        var registry = Built.of(ProfilePage.class);
        assertEquals(
                Set.of("profilePageShow", "profilePageSave", "own", "profilePageHelper"),
                registry.functions().keySet());
        registry.functions().values().forEach(function -> assertEquals(FunctionModel.Kind.VIEW, function.kind()));
        var show = registry.function("profilePageShow").orElseThrow();
        assertEquals("user", show.context());
        assertEquals(List.of("userId", "tab"), names(show));
        assertEquals(
                List.of("userId"), names(registry.function("profilePageSave").orElseThrow()));
    }

    @Test
    void viewFunctions_snakeCase_areRenamedAsAWhole() {
        var registry = Built.of(Naming.SNAKE_CASE, ProfilePage.class);
        assertTrue(registry.function("profile_page_show").isPresent());
        assertEquals(
                List.of("user_id", "tab"),
                names(registry.function("profile_page_show").orElseThrow()));
    }

    @Test
    void viewFunction_ofAContext_isNoMemberOfItsBundle() {
        var context = Built.of(ProfilePage.class).context("user").orElseThrow();
        assertEquals(List.of(), context.functions());
        assertEquals(1, context.views().size());
        assertEquals(Set.of("tab", "userId"), context.parameters().keySet());
        var both = Built.of(ProfilePage.class, Users.class).context("user").orElseThrow();
        assertEquals(Set.of("userId"), both.parameters().keySet());
    }

    public static class Plain {
        @Client
        public Response download() {
            return Response.ok().build();
        }
    }

    @Test
    void plainBeansResponse_read_isAView() {
        assertEquals(
                FunctionModel.Kind.VIEW,
                Built.function(Plain.class, "plainDownload").kind());
    }

    @Test
    void nearestName_found_ignoresCaseAndFarOnes() {
        assertEquals(" Did you mean 'userProfile'?", NearestName.hint("userprofile", Set.of("userProfile", "x")));
        assertEquals("", NearestName.hint("abc", Set.of("completelyDifferent")));
        assertEquals("", NearestName.hint("abc", Set.of()));
    }
}
