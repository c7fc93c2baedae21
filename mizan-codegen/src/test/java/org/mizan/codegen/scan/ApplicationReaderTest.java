package org.mizan.codegen.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mizan.codegen.Compiled;
import org.mizan.core.problem.Problem;
import org.mizan.core.problem.Problems;

/** Discovery sees what the extension would see. */
class ApplicationReaderTest {
    private static final String SCOPED = """
            package app;
            @jakarta.enterprise.context.ApplicationScoped
            public class Scoped { @org.mizan.Client public int scoped() { return 1; } }
            """;
    private static final String PLAIN = """
            package app;
            public class Plain { @org.mizan.Client public int plain() { return 1; } }
            """;

    @TempDir
    Path temp;

    private final Problems problems = new Problems();

    private Set<String> functions(ClassPath path, Map<String, String> settings) {
        try (var application = new ApplicationReader(path, settings, problems).read()) {
            return application.registry().functions().keySet();
        }
    }

    private Set<String> functions(Path classes) {
        return functions(new ClassPath(List.of(classes), List.of(), List.of(), null), Map.of());
    }

    private List<String> codes() {
        return Stream.concat(problems.errors().stream(), problems.warnings().stream())
                .map(Problem::id)
                .toList();
    }

    private void beansXml(Path root, String mode) throws IOException {
        Files.createDirectories(root);
        Files.writeString(root.resolve("beans.xml"), """
                <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0"%s/>
                """.formatted(
                        mode.isEmpty() ? "" : " bean-discovery-mode=\"" + mode + "\""));
    }

    @Test
    void annotatedMode_byDefault_findsBeansWithAScopeAndWarnsOfOthers() throws IOException {
        var classes = Compiled.sources(Map.of("Scoped", SCOPED, "Plain", PLAIN), temp);
        assertEquals(Set.of("scoped"), functions(classes));
        assertEquals(List.of("MIZAN-02023"), codes());
    }

    @Test
    void modeAll_inClassesOrWebInf_findsEveryClass() throws IOException {
        var classes = Compiled.sources(Map.of("Scoped", SCOPED, "Plain", PLAIN), temp);
        beansXml(classes.resolve("META-INF"), "all");
        assertEquals(Set.of("plain", "scoped"), functions(classes));
        Files.delete(classes.resolve("META-INF/beans.xml"));
        beansXml(temp.resolve("webapp/WEB-INF"), "all");
        assertEquals(
                Set.of("plain", "scoped"),
                functions(new ClassPath(List.of(classes), List.of(), List.of(), temp.resolve("webapp")), Map.of()));
        assertEquals(List.of(), codes());
    }

    @Test
    void modeNone_findsNothing() throws IOException {
        var classes = Compiled.sources(Map.of("Scoped", SCOPED), temp);
        beansXml(classes.resolve("META-INF"), "none");
        assertEquals(Set.of(), functions(classes));
        assertEquals(List.of("MIZAN-02026"), codes());
    }

    @Test
    void stereotypesEnterpriseBeansAndResources_areBeans_vetoedOnesAndInterceptorsAreNot() throws IOException {
        var classes = Compiled.sources(
                Map.of(
                        "Service", """
                                package app;
                                @jakarta.enterprise.inject.Stereotype
                                @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                                public @interface Service {}
                                """,
                        "Stereotyped", """
                                package app;
                                @Service
                                public class Stereotyped { @org.mizan.Client public int stereotyped() { return 1; } }
                                """,
                        "Enterprise", """
                                package app;
                                @jakarta.ejb.Stateless
                                public class Enterprise { @org.mizan.Client public int enterprise() { return 1; } }
                                """,
                        "Resource", """
                                package app;
                                @jakarta.ws.rs.Path("/x") @jakarta.enterprise.context.RequestScoped
                                public class Resource {
                                    @jakarta.ws.rs.GET @org.mizan.Client public String page() { return ""; }
                                }
                                """,
                        "Vetoed", """
                                package app;
                                @jakarta.enterprise.inject.Vetoed @jakarta.enterprise.context.Dependent
                                public class Vetoed { @org.mizan.Client public int vetoed() { return 1; } }
                                """,
                        "Around", """
                                package app;
                                @jakarta.interceptor.Interceptor @org.mizan.Client
                                public class Around {}
                                """),
                temp);
        assertEquals(Set.of("enterprise", "resourcePage", "stereotyped"), functions(classes));
        assertEquals(List.of(), problems.errors());
    }

    @Test
    void functions_inherited_belongToTheBeanThatInheritsThem() throws IOException {
        var classes = Compiled.sources(
                Map.of(
                        "Base", """
                                package app;
                                public abstract class Base { @org.mizan.Client public int inherited() { return 1; } }
                                """,
                        "Derived", """
                                package app;
                                @jakarta.enterprise.context.ApplicationScoped
                                public class Derived extends Base {}
                                """),
                temp);
        assertEquals(Set.of("inherited"), functions(classes));
        assertEquals(List.of(), codes());
    }

    @Test
    void library_withFunctions_isPartOfTheApplication() throws IOException {
        var inLibrary = Compiled.sources(Map.of("Scoped", SCOPED), temp.resolve("library"));
        var own = Compiled.sources(Map.of("Own", """
                        package app;
                        @jakarta.enterprise.context.ApplicationScoped
                        public class Own { @org.mizan.Client public int own() { return 1; } }
                        """), temp.resolve("own"));
        var jar = jar(inLibrary, temp.resolve("library.jar"), null);
        var path = new ClassPath(List.of(own), List.of(jar), List.of(), null);
        assertEquals(Set.of("own", "scoped"), functions(path, Map.of()));
        var none = jar(inLibrary, temp.resolve("none.jar"), "<beans bean-discovery-mode=\"none\"/>");
        assertEquals(Set.of("own"), functions(new ClassPath(List.of(own), List.of(none), List.of(), null), Map.of()));
        assertEquals(List.of(), codes());
    }

    private static Path jar(Path classes, Path jar, @Nullable String beansXml) throws IOException {
        try (var zip = new JarOutputStream(Files.newOutputStream(jar));
                var tree = Files.walk(classes)) {
            for (var file : tree.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
            if (beansXml != null) {
                zip.putNextEntry(new ZipEntry("META-INF/beans.xml"));
                zip.write(beansXml.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    @Test
    void exclusions_ofABeansXml_areWarnedOf() throws IOException {
        var classes = Compiled.sources(Map.of("Scoped", SCOPED), temp);
        Files.createDirectories(classes.resolve("META-INF"));
        Files.writeString(classes.resolve("META-INF/beans.xml"), """
                <beans xmlns="https://jakarta.ee/xml/ns/jakartaee"><scan><exclude name="app.*"/></scan></beans>""");
        assertEquals(Set.of("scoped"), functions(classes));
        assertEquals(List.of("MIZAN-02024"), codes());
    }

    @Test
    void classesDirectory_missing_isAnError() {
        functions(temp.resolve("nowhere"));
        assertEquals("MIZAN-02020", codes().get(0));
    }

    @Test
    void classFile_thatIsNone_isAnError() throws IOException {
        Files.writeString(temp.resolve("Broken.class"), "not a class file");
        functions(temp);
        assertEquals("MIZAN-02021", codes().get(0));
    }

    @Test
    void class_whoseSuperclassIsMissing_isAnErrorThatNamesIt() throws IOException {
        var classes = Compiled.sources(
                Map.of(
                        "Base", "package app; public class Base {}",
                        "Derived", """
                                package app;
                                @jakarta.enterprise.context.ApplicationScoped
                                public class Derived extends Base { @org.mizan.Client public int f() { return 1; } }
                                """),
                temp);
        Files.delete(classes.resolve("app/Base.class"));
        functions(classes);
        assertEquals("MIZAN-02022", codes().get(0));
        assertTrue(problems.errors().get(0).cause().contains("app/Base"));
    }

    @Test
    void type_ofAFunctionThatIsMissing_isAnErrorThatNamesIt() throws IOException {
        var classes = Compiled.sources(
                Map.of(
                        "Thing", "package app; public record Thing(int a) {}",
                        "Bean", """
                                package app;
                                @jakarta.enterprise.context.ApplicationScoped
                                public class Bean { @org.mizan.Client public Thing thing() { return null; } }
                                """),
                temp);
        Files.delete(classes.resolve("app/Thing.class"));
        functions(classes);
        assertEquals("MIZAN-02022", codes().get(0));
        assertTrue(problems.errors().get(0).cause().contains("app/Thing"));
    }

    @Test
    void nullable_ofALibraryThatIsNotDeployed_doesNotCount() throws IOException {
        var classes = Compiled.sources(Map.of("Bean", """
                        package app;
                        @jakarta.enterprise.context.ApplicationScoped
                        public class Bean {
                            @org.mizan.Client
                            public void call(@org.jspecify.annotations.Nullable String text) {}
                        }
                        """), temp);
        var jspecify = Compiled.jar("jspecify");
        assertFalse(isRequired(new ClassPath(List.of(classes), List.of(jspecify), List.of(), null)));
        assertEquals(List.of(), codes());
        assertTrue(isRequired(new ClassPath(List.of(classes), List.of(), List.of(jspecify), null)));
        assertEquals(List.of("MIZAN-02025"), codes());
    }

    private boolean isRequired(ClassPath path) {
        try (var application = new ApplicationReader(path, Map.of(), problems).read()) {
            return application
                    .registry()
                    .function("call")
                    .orElseThrow()
                    .parameters()
                    .get(0)
                    .required();
        }
    }

    @Test
    void naming_ofTheApplicationsConfiguration_counts_andGivenOnesPrecedeIt() throws IOException {
        var classes = Compiled.sources(Map.of("Bean", """
                        package app;
                        @jakarta.enterprise.context.ApplicationScoped
                        public class Bean { @org.mizan.Client public int someThing() { return 1; } }
                        """), temp);
        Files.createDirectories(classes.resolve("META-INF"));
        Files.writeString(
                classes.resolve("META-INF/microprofile-config.properties"),
                "mizan.naming = snake_case\nmizan.max-body = not read at build time\n");
        assertEquals(Set.of("some_thing"), functions(classes));
        var path = new ClassPath(List.of(classes), List.of(), List.of(), null);
        assertEquals(Set.of("someThing"), functions(path, Map.of("mizan.naming", "java")));
        assertEquals(List.of(), new ArrayList<>(codes()));
        functions(path, Map.of("mizan.naming", "kebab"));
        assertEquals(List.of("MIZAN-00100"), codes());
    }
}
