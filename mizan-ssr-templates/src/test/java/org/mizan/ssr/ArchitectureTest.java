package org.mizan.ssr;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
        // As in the core's test: the class files of a JDK that is newer than ArchUnit are never opened.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        classes = new ClassFileImporter()
                .importUrl(Nonce.class.getProtectionDomain().getCodeSource().getLocation());
    }

    @Test
    void packages_depend_inNoCircle() {
        SlicesRuleDefinition.slices().matching("(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void packages_hold_fewTypes() {
        var types = new TreeMap<String, Integer>();
        classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .forEach(type -> types.merge(type.getPackageName(), 1, Integer::sum));
        types.values().removeIf(count -> count <= MOST_TYPES);
        assertEquals(new TreeMap<>(), types);
    }

    @Test
    void jakartaMvc_isUsed_inItsLeafOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.mizan.ssr.mvc")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.mvc..")
                .check(classes);
    }

    @Test
    void processes_knowNothing_ofRendering() {
        noClasses()
                .that()
                .resideInAPackage("org.mizan.ssr.process")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.mizan.ssr.bridge", "org.mizan.ssr.runtime", "org.mizan.ssr.page")
                .check(classes);
    }

    @Test
    void nothing_outlives_aDeployment() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.lang\\.(Inheritable)?ThreadLocal")
                .check(classes);
        fields().that().areStatic().should().beFinal().check(classes);
    }
}
