package org.mizan.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mizan.codegen.scan.ClassPath;
import org.mizan.core.problem.Problem;
import org.mizan.core.problem.Problems;

/**
 * The edge manifest of an application with every rule of PROTOCOL §8, byte for byte. The golden files stand where their
 * form is checked, too. {@code -Dmizan.golden=write} writes them anew, to be looked at before they are committed.
 */
class ManifestGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/typescript/golden/edge");
    private static final Map<String, String> PATH = Map.of("mizan.manifest.application-path", "/shop");

    @TempDir
    Path temp;

    private final Problems problems = new Problems();
    private Path classes = Path.of("");

    @BeforeEach
    void compile() throws IOException {
        classes = Compiled.fixture("edge", temp.resolve("classes"));
    }

    private ClassPath path() {
        return new ClassPath(List.of(classes), List.of(), List.of(), null);
    }

    private void golden(String name, Map<String, String> settings) throws IOException {
        var written = temp.resolve("out/" + name);
        assertTrue(new ManifestWriter(path(), settings, problems).write(written), problems.report());
        assertEquals("", problems.report());
        if ("write".equals(System.getProperty("mizan.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.copy(written, GOLDEN.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        assertEquals(Files.readString(GOLDEN.resolve(name)), Files.readString(written));
        assertFalse(new ManifestWriter(path(), settings, problems).write(written), "it has this content already");
    }

    @Test
    void everyRule_withJavaNames_isAsCommitted() throws IOException {
        golden("java.json", PATH);
    }

    @Test
    void everySetting_withSnakeCase_isAsCommitted() throws IOException {
        golden(
                "snake_case.json",
                Map.of(
                        "mizan.naming", "snake_case",
                        "mizan.base", "/backend/mizan/",
                        "mizan.manifest.prefix", "/store",
                        "mizan.manifest.application-path", "/shop, edge.Pages$Docs=/handbook/",
                        "mizan.manifest.view-urls", "user=/u/:user_id,/me/; guarded = /vault/",
                        "mizan.identity-params", "tenantKey, other"));
    }

    @Test
    void settingsOfTheApplication_areRead_andThoseGivenComeFirst() throws IOException {
        var properties = "mizan.manifest.application-path=/shop\nmizan.manifest.prefix=/from-file\nmizan.naming=java\n";
        Files.createDirectories(classes.resolve("META-INF"));
        Files.writeString(classes.resolve("META-INF/microprofile-config.properties"), properties);
        var read = new ManifestWriter(path(), Map.of(), problems).manifest().orElseThrow();
        assertEquals(
                List.of("/from-file/api/mizan/ctx/user/"),
                read.contexts().get("user").endpoints());
        golden("java.json", Map.of("mizan.manifest.prefix", "/"));
    }

    @Test
    void applicationPath_thatSettingsDoNotTell_isAnError() {
        var writer = new ManifestWriter(path(), Map.of(), problems);
        assertTrue(writer.manifest().isEmpty());
        assertEquals(
                List.of("MIZAN-02001"),
                problems.errors().stream().map(Problem::id).toList());
        assertTrue(problems.report().contains("mizan.manifest.application-path=/shop"), problems.report());
    }

    @Test
    void viewUrls_ofAnUnknownContext_areAnError() {
        var settings = Map.of(
                "mizan.manifest.application-path", "/", "mizan.manifest.view-urls", "users=/u/; user=/u/:userId");
        assertTrue(new ManifestWriter(path(), settings, problems).manifest().isEmpty());
        assertEquals(
                List.of("MIZAN-00580"),
                problems.errors().stream().map(Problem::id).toList());
    }

    @Test
    void commandLine_writesTheSameFile() throws IOException {
        var out = new StringWriter();
        var file = temp.resolve("deep/er/edge-manifest.json");
        var arguments = new String[] {
            "manifest",
            "--classes",
            classes.toString(),
            "--file",
            file.toString(),
            "-Dmizan.manifest.application-path=/shop"
        };
        assertEquals(0, Main.run(new PrintWriter(out, true), new PrintWriter(out, true), arguments), out.toString());
        assertEquals(Files.readString(GOLDEN.resolve("java.json")), Files.readString(file));
        assertEquals(0, Main.run(new PrintWriter(out, true), new PrintWriter(out, true), arguments), out.toString());
        assertTrue(out.toString().contains("The manifest is up to date."), out.toString());
        arguments[5] = "-Dmizan.naming=java";
        assertEquals(1, Main.run(new PrintWriter(out, true), new PrintWriter(out, true), arguments), out.toString());
        assertTrue(out.toString().contains("error MIZAN-02001"), out.toString());
    }
}
