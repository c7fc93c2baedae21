package org.mizan.codegen;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mizan.core.problem.Problem;
import org.mizan.core.problem.Problems;

/**
 * The client of an application that uses every type, byte for byte. The golden files stand where {@code tsc} checks
 * them, too. {@code -Dmizan.golden=write} writes them anew, to be looked at before they are committed.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/typescript/golden/everything");

    @TempDir
    Path temp;

    @Test
    void everything_generated_isAsCommitted() throws IOException {
        System.clearProperty("mizan.fixture.initialised");
        var problems = new Problems();
        var options = Compiled.options(Compiled.fixture("everything", temp.resolve("classes")), temp.resolve("out"));
        var files = new TreeMap<>(new Generator(options, problems).files());
        assertEquals(
                List.of("MIZAN-02023"),
                problems.warnings().stream()
                        .filter(problem -> problem.code() >= 2000)
                        .map(Problem::id)
                        .toList());
        assertEquals("", problems.report());
        assertNull(System.getProperty("mizan.fixture.initialised"), "a class of the application was initialised");
        files.keySet().removeIf(name -> name.startsWith("runtime/"));
        if ("write".equals(System.getProperty("mizan.golden"))) {
            for (var file : files.entrySet()) {
                Files.createDirectories(GOLDEN);
                Files.writeString(GOLDEN.resolve(file.getKey()), file.getValue());
            }
        }
        assertAll(files.entrySet().stream()
                .map(file -> () ->
                        assertEquals(Files.readString(GOLDEN.resolve(file.getKey())), file.getValue(), file.getKey())));
    }

    @Test
    void generating_twice_givesTheSameBytes() throws IOException {
        var options = Compiled.options(Compiled.fixture("everything", temp.resolve("classes")), temp.resolve("out"));
        assertEquals(new Generator(options, new Problems()).files(), new Generator(options, new Problems()).files());
    }
}
