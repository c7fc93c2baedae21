package org.mizan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of docs/architecture.md that a machine can check, for this module. */
class ArchitectureTest {
    private static final int MOST_TYPES = 12;
    private static final int MOST_LINES = 400;
    private static final String[] CONTAINER = {"jakarta.enterprise..", "jakarta.ws.rs..", "jakarta.servlet.."};

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        /*
         * Only the classes of this module are read, which are compiled for Java 17: what they refer to stays a name.
         * So the class files of the JDK that runs the test, which may be newer than ArchUnit, are never opened.
         */
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        classes = new ClassFileImporter()
                .importUrl(Client.class.getProtectionDomain().getCodeSource().getLocation());
        assertFalse(classes.isEmpty());
        assertFalse(classes.contain(ArchitectureTest.class));
    }

    @Test
    void api_depends_onNothingOfTheLibrary() {
        classes()
                .that()
                .resideInAPackage("org.mizan")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "org.jspecify..", "org.mizan", "jakarta.enterprise.util", "jakarta.interceptor"))
                .check(classes);
    }

    @Test
    void spi_depends_onTheJdkAndTheApi() {
        classes()
                .that()
                .resideInAPackage("org.mizan.spi..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "org.mizan", "org.mizan.spi.."))
                .check(classes);
    }

    @Test
    void core_knows_noContainer() {
        noClasses()
                .that(resideInAPackage("org.mizan.core..")
                        .and(DescribedPredicate.not(resideInAPackage("org.mizan.core.schema.build"))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(CONTAINER))
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage("org.mizan.core.schema.build")
                .should()
                .dependOnClassesThat(resideInAnyPackage(CONTAINER)
                        .and(new DescribedPredicate<JavaClass>("are neither annotations nor Response") {
                            @Override
                            public boolean test(JavaClass found) {
                                return !found.isEquivalentTo(Response.class) && !isAnnotation(found.getName());
                            }
                        }))
                .check(classes);
    }

    private static boolean isAnnotation(String name) {
        try {
            return Class.forName(name).isAnnotation();
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Test
    void optionalLibraries_used_inTheirLeavesOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.mizan.core.cache.redis")
                .should()
                .dependOnClassesThat(resideInAnyPackage("redis.clients.."))
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.mizan.core.cache.local")
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.github.benmanes.caffeine.."))
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.mizan.core.token")
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.nimbusds.."))
                .check(classes);
    }

    @Test
    void packages_depend_inNoCircle() {
        SlicesRuleDefinition.slices().matching("(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void nothing_outlives_aDeployment() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.lang\\.(Inheritable)?ThreadLocal")
                .check(classes);
        fields().that().areStatic().should().beFinal().check(classes);
        noClasses()
                .should()
                .callMethod(Runtime.class, "addShutdownHook", Thread.class)
                .check(classes);
    }

    @Test
    void nothing_prints() {
        noClasses().should().accessField(System.class, "out").check(classes);
        noClasses().should().accessField(System.class, "err").check(classes);
    }

    @Test
    void packages_hold_oneConceptEach() {
        var tooMany = new TreeMap<String, Integer>();
        classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .forEach(type -> tooMany.merge(type.getPackageName(), 1, Integer::sum));
        tooMany.remove("org.mizan");
        tooMany.values().removeIf(types -> types <= MOST_TYPES);
        assertEquals(new TreeMap<>(), tooMany);
    }

    @Test
    void classes_have_atMost400Lines() throws IOException {
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            var tooLong = sources.filter(source -> source.toString().endsWith(".java"))
                    .filter(ArchitectureTest::isTooLong)
                    .toList();
            assertEquals(List.of(), tooLong);
        }
    }

    private static boolean isTooLong(Path source) {
        try {
            return Files.readAllLines(source).size() > MOST_LINES;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
