package org.mizan.codegen.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mizan.core.problem.Problem;
import org.mizan.core.problem.Problems;

class OutputFolderTest {
    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    private List<String> write(Map<String, String> files) {
        return new OutputFolder(folder, problems).write(new TreeMap<>(files));
    }

    private List<String> codes() {
        return Stream.concat(problems.errors().stream(), problems.warnings().stream())
                .map(Problem::id)
                .toList();
    }

    @Test
    void files_unchanged_areNotTouched() throws IOException {
        assertEquals(List.of("a.ts", "deep/b.ts"), write(Map.of("a.ts", "1\n", "deep/b.ts", "2\n")));
        var old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(folder.resolve("a.ts"), old);
        assertEquals(List.of("deep/b.ts"), write(Map.of("a.ts", "1\n", "deep/b.ts", "3\n")));
        assertEquals(old, Files.getLastModifiedTime(folder.resolve("a.ts")));
        assertEquals(List.of(), codes());
    }

    @Test
    void files_noLongerGenerated_areDeletedWithTheirFolder() {
        write(Map.of("a.ts", "1\n", "deep/er/b.ts", "2\n"));
        assertEquals(List.of("deep/er/b.ts"), write(Map.of("a.ts", "1\n")));
        assertFalse(Files.exists(folder.resolve("deep")));
        assertTrue(Files.exists(folder.resolve("a.ts")));
    }

    @Test
    void file_editedByHand_isOverwrittenWithAWarning() throws IOException {
        write(Map.of("a.ts", "1\n"));
        Files.writeString(folder.resolve("a.ts"), "mine\n");
        assertEquals(List.of("a.ts"), write(Map.of("a.ts", "1\n")));
        assertEquals("1\n", Files.readString(folder.resolve("a.ts")));
        assertEquals(List.of("MIZAN-02060"), codes());
    }

    @Test
    void staleFile_editedByHand_staysWithAWarning() throws IOException {
        write(Map.of("a.ts", "1\n", "b.ts", "2\n"));
        Files.writeString(folder.resolve("b.ts"), "mine\n");
        assertEquals(List.of(), write(Map.of("a.ts", "1\n")));
        assertEquals("mine\n", Files.readString(folder.resolve("b.ts")));
        assertEquals(List.of("MIZAN-02061"), codes());
    }

    @Test
    void foreignFile_inTheWay_isAnErrorAndNothingIsWritten() throws IOException {
        Files.writeString(folder.resolve("index.ts"), "an application's own\n");
        assertEquals(List.of(), write(Map.of("a.ts", "1\n", "index.ts", "2\n")));
        assertEquals(List.of("MIZAN-02062"), codes());
        assertFalse(Files.exists(folder.resolve("a.ts")));
        assertEquals("an application's own\n", Files.readString(folder.resolve("index.ts")));
    }

    @Test
    void otherFiles_inTheFolder_areLeftAlone() throws IOException {
        Files.writeString(folder.resolve("notes.md"), "mine");
        write(Map.of("a.ts", "1\n"));
        write(Map.of());
        assertEquals("mine", Files.readString(folder.resolve("notes.md")));
    }

    @Test
    void lineEnds_ofVersionControl_areNoEdit() throws IOException {
        write(Map.of("a.ts", "1\n2\n"));
        Files.writeString(folder.resolve("a.ts"), "1\r\n2\r\n");
        assertEquals(List.of(), write(Map.of("a.ts", "1\n2\n")));
        assertTrue(new OutputFolder(folder, problems).compare(new TreeMap<>(Map.of("a.ts", "1\n2\n"))));
        assertEquals(List.of(), codes());
    }

    @Test
    void manifest_thatNamesFilesOutside_deletesNothing() throws IOException {
        var own = Files.createDirectory(folder.resolve("own"));
        var victim = Files.writeString(folder.resolve("victim"), "x");
        Files.writeString(own.resolve(".mizan-files.json"), """
                {"version": 1, "files": {"../victim": "%s"}}""".formatted(FileManifest.hash("x")));
        new OutputFolder(own, problems).write(new TreeMap<>());
        assertTrue(Files.exists(victim));
    }

    @Test
    void manifest_thatIsNone_isAnError() throws IOException {
        for (var text : List.of("<<<<<<< HEAD", "{}", "[]", "{\"files\": 5}")) {
            Files.writeString(folder.resolve(".mizan-files.json"), text);
            assertEquals(List.of(), write(Map.of("a.ts", "1\n")), text);
        }
        assertEquals(List.of("MIZAN-02063"), codes().stream().distinct().toList());
        assertFalse(Files.exists(folder.resolve("a.ts")));
    }

    @Test
    void difference_compared_isShownAsUnifiedDiff() throws IOException {
        write(Map.of("a.ts", "1\n2\n", "stale.ts", "old\n"));
        assertFalse(
                new OutputFolder(folder, problems).compare(new TreeMap<>(Map.of("a.ts", "1\n3\n", "new.ts", "n\n"))));
        var text = problems.errors().get(0).toString();
        assertTrue(text.startsWith("MIZAN-02065: "), text);
        assertTrue(text.contains("--- a/a.ts\n+++ b/a.ts\n@@ -1,2 +1,2 @@\n 1\n-2\n+3\n"), text);
        assertTrue(text.contains("--- /dev/null\n+++ b/new.ts"), text);
        assertTrue(text.contains("--- a/stale.ts\n+++ /dev/null"), text);
        assertEquals("1\n2\n", Files.readString(folder.resolve("a.ts")));
    }
}
