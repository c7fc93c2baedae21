package org.mizan.core.schema.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.mizan.core.problem.Problem;
import org.mizan.core.problem.Problems;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.Registry;

/** Builds registries for tests, also of other packages. */
public final class Built {
    private Built() {}

    /** The registry of classes without errors. */
    public static Registry of(Class<?>... classes) {
        return of(Naming.JAVA, classes);
    }

    /** The registry of classes without errors, with other names. */
    public static Registry of(Naming naming, Class<?>... classes) {
        var problems = new Problems();
        var registry = new RegistryBuilder(naming, problems).build(List.of(classes));
        assertEquals("", problems.report());
        return registry;
    }

    /** A function of a class without errors. */
    public static FunctionModel function(Class<?> type, String name) {
        return of(type).function(name).orElseThrow();
    }

    static Problems problems(Class<?>... classes) {
        var problems = new Problems();
        new RegistryBuilder(Naming.JAVA, problems).build(List.of(classes));
        return problems;
    }

    /** The only error, which has this code. */
    static Problem error(int code, Class<?>... classes) {
        var errors = problems(classes).errors();
        assertEquals(List.of(code), errors.stream().map(Problem::code).toList(), errors::toString);
        return errors.get(0);
    }

    /** The only warning, which has this code. */
    static Problem warning(int code, Class<?>... classes) {
        var problems = problems(classes);
        assertEquals("", problems.report());
        assertEquals(
                List.of(code), problems.warnings().stream().map(Problem::code).toList(), () -> problems.warnings()
                        .toString());
        return problems.warnings().get(0);
    }

    static void assertNames(Problem problem, String... parts) {
        for (var part : parts) {
            assertTrue(problem.toString().contains(part), () -> "'" + part + "' in " + problem);
        }
    }
}
