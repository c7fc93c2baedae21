package org.mizan.core.schema.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mizan.core.schema.build.Built.assertNames;
import static org.mizan.core.schema.build.Built.error;

import jakarta.json.bind.annotation.JsonbDateFormat;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mizan.Client;
import org.mizan.ContextName;
import org.mizan.Param;
import org.mizan.ReactContext;
import org.mizan.Route;
import org.mizan.ScopedBy;
import org.mizan.core.problem.Problem;

/** One application for each code that refuses a deployment. */
class RefusalsTest {
    private static final String HERE = RefusalsTest.class.getName() + "$";

    public static final class UserContext implements ReactContext {}

    public static final class CartContext implements ReactContext {}

    public static class Reader {
        @Client(context = UserContext.class)
        public String userProfile(long userId) {
            return "";
        }

        @Client(affects = UserContext.class)
        public void rename(long userId) {}
    }

    public static class First {
        @Client
        public String same() {
            return "";
        }
    }

    public static class Second {
        @Client(name = "same")
        public String other() {
            return "";
        }
    }

    @Test
    void twoFunctionsOfOneName_refused_200() {
        assertNames(error(200, First.class, Second.class), HERE + "First#same()", HERE + "Second#other()", "'same'");
    }

    public static class Overloads {
        @Client
        public String find(long id) {
            return "";
        }

        @Client
        public String find(String id) {
            return "";
        }
    }

    @Test
    void overloads_refused_200() {
        assertNames(error(200, Overloads.class), "find(long)", "find(String)");
    }

    public static class Both extends Reader {
        @Client(context = UserContext.class, affects = UserContext.class)
        public String both(long userId) {
            return "";
        }
    }

    @Test
    void contextAndAffects_refused_201() {
        assertNames(error(201, Both.class), HERE + "Both#both(long)");
    }

    public static class Unknown extends Reader {
        @Client(affects = CartContext.class)
        public void change() {}
    }

    public static final class UsersContext implements ReactContext {}

    public static class Nearly extends Reader {
        @Client(affects = UsersContext.class)
        public void change() {}
    }

    @Test
    void affectsUnknownContext_refused_202() {
        assertNames(error(202, Unknown.class), HERE + "Unknown#change()", "'cart'");
        assertNames(error(202, Nearly.class), "'users'", "Did you mean 'user'?");
    }

    public static class UnknownFunction extends Reader {
        @Client(affectsFunctions = "userProfil")
        public void change(long userId) {}
    }

    public static class NoContextFunction extends Reader {
        @Client(affectsFunctions = "rename")
        public void change(long userId) {}
    }

    @Test
    void affectsUnknownFunction_refused_203() {
        assertNames(error(203, UnknownFunction.class), "UnknownFunction#change(long)", "Did you mean 'userProfile'?");
        assertNames(error(203, NoContextFunction.class), "'rename'");
    }

    public static class TwoTypes {
        @Client(context = UserContext.class)
        public String userProfile(long userId) {
            return "";
        }

        @Client(affects = UserContext.class)
        public void change() {}

        @Client(context = UserContext.class)
        public String orders(String userId) {
            return "";
        }
    }

    public static class TwoCollections {
        @Client(context = CartContext.class)
        public String first(List<String> ids) {
            return "";
        }

        @Client(context = CartContext.class)
        public String second(String[] ids) {
            return "";
        }

        @Client(affects = CartContext.class)
        public void change() {}
    }

    public static class TwoDefaults {
        @Client(context = CartContext.class)
        public String first(@Param(defaultValue = "1") int page) {
            return "";
        }

        @Client(context = CartContext.class)
        public String second(@Param(defaultValue = "2") int page) {
            return "";
        }

        @Client(affects = CartContext.class)
        public void change() {}
    }

    public static class TwoTypesInView {
        @Client(context = UserContext.class)
        public Response page(String userId) {
            return Response.ok().build();
        }
    }

    @Test
    void oneParameterTwoTypes_refused_204() {
        assertNames(
                error(204, TwoTypes.class),
                "'user'",
                "'userId'",
                "TwoTypes#orders(String) as java.lang.String",
                "long");
        assertNames(error(204, TwoCollections.class), "'cart'", "java.lang.String[]");
        assertNames(error(204, TwoDefaults.class), "'page'", "default 1", "default 2");
        assertNames(error(204, Reader.class, TwoTypesInView.class), "'userId'");
    }

    /** A class without its parameters' names, which the build otherwise compiles in. */
    @Test
    void namesNotCompiledIn_refused_205(@TempDir File folder) throws Exception {
        var source = new File(folder, "Nameless.java");
        Files.writeString(source.toPath(), """
                import org.mizan.*;
                public class Nameless {
                    @Client public String find(@Param("known") int a, String second) { return second; }
                }
                """);
        var compiler = ToolProvider.getSystemJavaCompiler();
        int failed = compiler.run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.getPath(),
                source.getPath());
        assertEquals(0, failed);
        try (var loader = new URLClassLoader(new java.net.URL[] {folder.toURI().toURL()})) {
            var problem = error(205, loader.loadClass("Nameless"));
            assertNames(problem, "Nameless#find(int, String)", "parameter 2", "-parameters");
        }
    }

    public static class Nothing {
        @Client(context = CartContext.class)
        public void nothing() {}

        @Client(affects = CartContext.class)
        public void change() {}
    }

    @Test
    void contextFunctionThatReturnsNothing_refused_206() {
        assertNames(error(206, Nothing.class), HERE + "Nothing#nothing()");
    }

    public static class ObjectResult {
        @Client
        public Object any() {
            return "";
        }
    }

    public static class ObjectParameter {
        @Client
        public String any(Map<String, Object> filter) {
            return "";
        }
    }

    public static class VoidParameter {
        @Client
        public String any(Void nothing) {
            return "";
        }
    }

    public record Endless(Endless next) {}

    public static class EndlessResult {
        @Client
        public Endless endless() {
            throw new IllegalStateException();
        }
    }

    @Test
    void typeWithoutJsonForm_refused_207() {
        assertNames(error(207, ObjectResult.class), "ObjectResult#any()", "the result", "java.lang.Object");
        assertNames(error(207, ObjectParameter.class), "ObjectParameter#any(Map)", "the parameter 'filter'");
        assertNames(error(207, VoidParameter.class), "'nothing'", "Void");
        assertNames(error(207, EndlessResult.class), HERE + "Endless", "without end");
    }

    public static class Routes {
        @Client
        @Route(
                path = "/webhooks/{id}",
                methods = {"POST", "PUT"})
        public void one(String id) {}

        @Client
        @Route(path = "/webhooks/prices", methods = "POST")
        public void two() {}
    }

    public static class HeadAndGet {
        @Client
        @Route(path = "/a")
        public String one() {
            return "";
        }

        @Client
        @Route(path = "/a", methods = "HEAD")
        public void two() {}
    }

    @Test
    void overlappingRoutes_refused_208() {
        assertNames(error(208, Routes.class), "Routes#one(String)", "Routes#two()", "/webhooks/{id}");
        assertNames(error(208, HeadAndGet.class), "HeadAndGet#one()");
    }

    @ContextName("my-cart")
    public static final class BadlyNamedContext implements ReactContext {}

    public static class BadContextName {
        @Client(context = BadlyNamedContext.class)
        public String read() {
            return "";
        }

        @Client(affects = BadlyNamedContext.class)
        public void change() {}
    }

    public static class BadFunctionName {
        @Client(name = "1st")
        public String read() {
            return "";
        }
    }

    public static class BadParameterName {
        @Client
        public String read(@Param("user-id") long id) {
            return "";
        }
    }

    public static class Umlaut {
        @Client
        public String größe() {
            return "";
        }
    }

    @Test
    void illegalNames_refused_209() {
        assertNames(error(209, BadContextName.class), HERE + "BadlyNamedContext", "'my-cart'", "context");
        assertNames(error(209, BadFunctionName.class), "BadFunctionName#read()", "'1st'", "function");
        assertNames(error(209, BadParameterName.class), "BadParameterName#read(long)", "'user-id'", "parameter");
        assertNames(error(209, Umlaut.class), "'größe'");
    }

    public static class NegativeCache {
        @Client(cache = -1)
        public String read() {
            return "";
        }
    }

    public static class NegativeRev {
        @Client(rev = -2)
        public String read() {
            return "";
        }
    }

    @Test
    void negativeNumbers_refused_210() {
        assertNames(error(210, NegativeCache.class), "NegativeCache#read()", "cache = -1");
        assertNames(error(210, NegativeRev.class), "rev = -2");
    }

    public static class Private {
        @Client
        private String read() {
            return "";
        }

        public String use() {
            return read();
        }
    }

    public static class Static {
        @Client
        public static String read() {
            return "";
        }
    }

    public static class Final {
        @Client
        public final String read() {
            return "";
        }
    }

    public static class Hidden {
        @Client
        String read() {
            return "";
        }
    }

    @Test
    void methodsThatCannotBeIntercepted_refused_211() {
        assertNames(error(211, Private.class), "Private#read()", "private");
        assertNames(error(211, Static.class), "Static#read()", "static");
        assertNames(error(211, Final.class), "Final#read()", "final");
        assertNames(error(211, Hidden.class), "Hidden#read()", "not public");
    }

    public static final class FinalClass {
        @Client
        public String read() {
            return "";
        }
    }

    public static class NoConstructor {
        public NoConstructor(String needed) {
            assertTrue(needed.isEmpty());
        }

        @Client
        public String read() {
            return "";
        }
    }

    public record RecordBean() {
        @Client
        public String read() {
            return "";
        }
    }

    @Test
    void classesThatCannotBeProxied_refused_212() {
        assertNames(error(212, FinalClass.class), HERE + "FinalClass", "is final");
        assertNames(error(212, NoConstructor.class), HERE + "NoConstructor", "constructor");
        assertNames(error(212, RecordBean.class), HERE + "RecordBean");
    }

    public static class Asynchronous {
        @Client
        public CompletionStage<String> read() {
            throw new IllegalStateException();
        }

        @Client
        public CompletionStage<Response> view() {
            throw new IllegalStateException();
        }
    }

    @Test
    void asynchronousFunction_refused_213() {
        assertNames(error(213, Asynchronous.class), "Asynchronous#read()", "CompletionStage");
    }

    @Client
    public static class OnClass {}

    @Test
    void clientOnClass_refused_214() {
        assertNames(error(214, OnClass.class), HERE + "OnClass");
    }

    @Path("/x")
    @jakarta.enterprise.context.RequestScoped
    public static class RouteOnResource {
        @GET
        @Client
        @Route(path = "/y")
        public String read() {
            return "";
        }
    }

    @Test
    void routeOnResource_refused_215() {
        assertNames(error(215, RouteOnResource.class), "RouteOnResource#read()", "@Path");
    }

    static Problem badRoute(String path, String... methods) {
        var problems = new org.mizan.core.problem.Problems();
        var route = new Route() {
            @Override
            public String path() {
                return path;
            }

            @Override
            public String[] methods() {
                return methods;
            }

            @Override
            public Class<Route> annotationType() {
                return Route.class;
            }
        };
        new RouteReader(org.mizan.core.schema.Naming.JAVA, problems).read(route, "com.acme.Hooks#hook()");
        assertEquals(1, problems.errors().size(), path);
        return problems.errors().get(0);
    }

    @Test
    void badTemplates_refused_216() {
        for (var path : List.of(
                "",
                "/",
                "a",
                "/{id}",
                "/{id}/a",
                "/a/",
                "/a//b",
                "/a/{",
                "/a/{}",
                "/a/{id:[0-9]+}",
                "/a/{a}-{b}",
                "/a/x{id}",
                "/a/ü",
                "/a/..",
                "/a/b?c",
                "/a/{id}/{id}",
                "/a/%41")) {
            var problem = badRoute(path, "GET");
            assertEquals(216, problem.code(), path);
            assertNames(problem, "com.acme.Hooks#hook()", "\"" + path + "\"");
        }
        assertEquals(216, badRoute("/a").code());
        assertEquals(216, badRoute("/a", "get").code());
        assertEquals(216, badRoute("/a", "").code());
    }

    public record Filter(String text) {}

    public static class Unqueryable {
        @Client(context = CartContext.class)
        public String read(Filter filter) {
            return "";
        }

        @Client(affects = CartContext.class)
        public void change() {}
    }

    @Test
    void contextParameterThatNoQueryCarries_refused_217() {
        assertNames(error(217, Unqueryable.class), "Unqueryable#read(Filter)", "'filter'");
    }

    public static class OtherScope extends Reader {
        @Client(affects = UserContext.class)
        public void change(String userId) {}
    }

    @Test
    void mutationWithAnotherType_refused_218() {
        assertNames(error(218, OtherScope.class), "OtherScope#change(String)", "'userId'", "string", "long", "'user'");
    }

    @ScopedBy("cartId")
    @ScopedBy({"cartId", "userId"})
    public static final class ShapedContext implements ReactContext {}

    public static class Shaped {
        @Client(context = ShapedContext.class)
        public String read(long cartId) {
            return "";
        }
    }

    @Test
    void unknownShape_refused_219() {
        assertNames(error(219, Shaped.class), "'shaped'", "'userId'");
    }

    public static class BadDefault {
        @Client
        public String read(@Param(defaultValue = "one") int page) {
            return "";
        }
    }

    public static class BadDefaultType {
        @Client
        public String read(@Param(defaultValue = "a") List<String> tags) {
            return "";
        }
    }

    @Test
    void badDefault_refused_220() {
        assertNames(error(220, BadDefault.class), "BadDefault#read(int)", "'page'", "whole number");
        assertNames(error(220, BadDefaultType.class), "'tags'");
    }

    @ContextName("user")
    public static final class SameName implements ReactContext {}

    public static class SameContext extends Reader {
        @Client(context = SameName.class)
        public String other(long userId) {
            return "";
        }
    }

    @Test
    void twoContextsOfOneName_refused_221() {
        assertNames(error(221, SameContext.class), HERE + "SameName", HERE + "UserContext", "'user'");
    }

    public static class SameParameter {
        @Client
        public String read(long id, @Param("id") String other) {
            return "";
        }
    }

    @Test
    void twoParametersOfOneName_refused_222() {
        assertNames(error(222, SameParameter.class), "SameParameter#read(long, String)", "'id'");
    }

    public static class RouteWithout {
        @Client
        @Route(path = "/hooks/{id}")
        public String read(String other) {
            return "";
        }
    }

    @Test
    void routeParameterThatTheMethodLacks_refused_223() {
        assertNames(error(223, RouteWithout.class), "RouteWithout#read(String)", "{id}");
    }

    public static class Unmade {
        private final String name;

        public Unmade(String name) {
            this.name = name;
        }

        public String getName() {
            return name;
        }
    }

    public record Holder(List<Optional<Unmade>> held) {}

    public record Several(int a) {
        public Several() {
            this(1);
        }
    }

    public record Box<T>(
            T held, @JsonbDateFormat("dd.MM.yyyy") LocalDate day) {}

    public static class BoxParameters {
        @Client
        public Box<String> box(Box<String> box) {
            return box;
        }
    }

    public static class UnmadeParameters {
        @Client
        public Unmade result() {
            return new Unmade("a result may be one");
        }

        @Client
        public void nested(Holder holder) {}
    }

    public static class SeveralParameters {
        @Client
        public void several(Several several) {}
    }

    @Test
    void parameterThatJsonBCannotMake_refused_224() {
        assertNames(error(224, UnmadeParameters.class), "UnmadeParameters#nested(Holder)", "'holder'", HERE + "Unmade");
        assertNames(error(224, BoxParameters.class), HERE + "Box", "type variable", "'day'");
        assertNames(error(224, SeveralParameters.class), HERE + "Several", "several constructors");
    }

    public static class Everything {
        @Client(cache = -1)
        public Object any(Object other) {
            return other;
        }

        @Client
        public final CompletionStage<String> later() {
            throw new IllegalStateException();
        }
    }

    @Test
    void severalProblems_reportedAtOnce_inStableOrder() {
        var codes = Built.problems(Everything.class, First.class, Second.class).errors().stream()
                .map(Problem::code)
                .toList();
        assertEquals(List.of(210, 207, 207, 211, 213, 200), codes);
    }

    public static class Fails {
        @Client
        public Outer outer() {
            throw new IllegalStateException();
        }
    }

    public record Outer(Inner inner, Object bad) {}

    public record Inner(Outer outer) {}

    @Test
    void typeThatWasRefused_usedByAnother_isReportedOnce() {
        assertNames(error(207, Fails.class), "java.lang.Object", "Outer.bad");
    }

    @Test
    void place_named_hasClassMethodAndParameterTypes() throws Exception {
        Method method = Reader.class.getMethod("rename", long.class);
        assertEquals(HERE + "Reader#rename(long)", org.mizan.core.schema.FunctionModel.place(method));
    }
}
