package org.mizan.bench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mizan.bench.app.GeneratedApplication.Form;
import org.mizan.core.problem.Problems;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.build.RegistryBuilder;

/** What is measured is what the figures say: a thousand functions, without mistakes. */
class GeneratedApplicationTest {
    @TempDir
    Path directory;

    @Test
    void aThousandFunctionsInAHundredContexts() throws Exception {
        var compiled =
                CompiledApplication.compile(GeneratedApplication.sources(Form.FUNCTIONS), directory.resolve("with"));
        var problems = new Problems();

        var registry = new RegistryBuilder(Naming.JAVA, problems)
                .build(new HashSet<>(compiled.load(GeneratedApplication.functionClasses())));

        assertEquals(List.of(), problems.errors());
        assertEquals(List.of(), problems.warnings());
        assertEquals(GeneratedApplication.FUNCTIONS, registry.functions().size());
        assertEquals(GeneratedApplication.BEANS, registry.contexts().size());
        var mutation = registry.function(GeneratedApplication.mutation(99)).orElseThrow();
        assertEquals(1, mutation.affects().size());
        assertEquals(4, mutation.parameters().size());
        var wide = registry.function(GeneratedApplication.wideMutation(99)).orElseThrow();
        assertEquals(3, wide.affects().size());
    }

    @Test
    void theSameBeansWithoutTheLibrary() throws Exception {
        var sources = GeneratedApplication.sources(Form.PLAIN);

        CompiledApplication.compile(sources, directory.resolve("without"));

        assertEquals(GeneratedApplication.sources(Form.FUNCTIONS).keySet(), sources.keySet());
        assertEquals(
                List.of(),
                sources.values().stream()
                        .filter(text -> text.contains("org.mizan"))
                        .toList());
    }
}
