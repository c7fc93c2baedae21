package org.mizan.codegen;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of docs/architecture.md that a machine can check, for this module. */
class ArchitectureTest {
    private static final int MOST_TYPES = 12;

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        classes = new ClassFileImporter()
                .importUrl(Generator.class.getProtectionDomain().getCodeSource().getLocation());
        assertFalse(classes.isEmpty());
        assertFalse(classes.contain(ArchitectureTest.class));
    }

    @Test
    void generator_knows_noContainerAndNoNetwork() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.mizan.cdi..", "java.net.http.."))
                .check(classes);
    }

    @Test
    void libraries_used_inTheirLeavesOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.mizan.codegen.scan")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.objectweb.asm.."))
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.mizan.codegen.output")
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.github.difflib.."))
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.mizan.codegen")
                .should()
                .dependOnClassesThat(resideInAnyPackage("picocli.."))
                .check(classes);
    }

    @Test
    void generation_asks_neitherClockNorEnvironment() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.mizan.codegen.scan..",
                        "org.mizan.codegen.model..",
                        "org.mizan.codegen.compile..",
                        "org.mizan.codegen.emit..",
                        "org.mizan.codegen.schema..",
                        "org.mizan.codegen.openapi..")
                .should()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .check(classes);
    }

    @Test
    void packages_depend_inNoCircle() {
        SlicesRuleDefinition.slices().matching("(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void nothing_isKeptInStaticsOrPrinted() {
        fields().that().areStatic().should().beFinal().check(classes);
        noClasses().should().accessField(System.class, "out").check(classes);
        noClasses().should().accessField(System.class, "err").check(classes);
    }

    @Test
    void packages_hold_oneConceptEach() {
        var tooMany = new TreeMap<String, Integer>();
        classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .forEach(type -> tooMany.merge(type.getPackageName(), 1, Integer::sum));
        tooMany.values().removeIf(types -> types <= MOST_TYPES);
        assertEquals(new TreeMap<>(), tooMany);
    }
}
