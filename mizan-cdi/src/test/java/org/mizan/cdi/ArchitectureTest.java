package org.mizan.cdi;

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
                .importUrl(MizanExtension.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation());
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
    void optionalSpecifications_used_inTheirLeavesOnly() {
        leaf("org.eclipse.microprofile.config..", "org.mizan.cdi.config");
        leaf("jakarta.validation..", "org.mizan.cdi.validation");
        leaf("jakarta.transaction..", "org.mizan.cdi.transaction");
    }

    private static void leaf(String specification, String leaf) {
        noClasses()
                .that()
                .resideOutsideOfPackage(leaf)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(specification)
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

    @Test
    void currentContainer_isLookedUp_byTheInitializerAlone() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(MizanInitializer.class.getName())
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.enterprise.inject.spi.CDI")
                .check(classes);
    }
}
