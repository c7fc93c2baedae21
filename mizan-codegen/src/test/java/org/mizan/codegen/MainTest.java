package org.mizan.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line, with applications that change. */
class MainTest {
    private static final String FIRST = """
            package app;
            @jakarta.enterprise.context.ApplicationScoped
            public class Bean { @org.mizan.Client public int count(int from) { return from; } }
            """;

    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path client = Path.of("");

    @BeforeEach
    void folder() {
        client = temp.resolve("client");
    }

    private int run(String command, String... more) {
        var arguments = new ArrayList<>(
                List.of(command, "--classes", temp.resolve("app/classes").toString(), "--output", client.toString()));
        arguments.addAll(List.of(more));
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
    }

    private void compile(String source) throws IOException {
        Compiled.sources(Map.of("Bean", source), temp.resolve("app"));
    }

    @Test
    void generate_twice_writesOnce() throws IOException {
        compile(FIRST);
        assertEquals(0, run("generate"));
        assertTrue(Files.readString(client.resolve("mutations.ts")).contains("client.call('count', args, options)"));
        assertTrue(Files.isRegularFile(client.resolve("runtime/index.ts")));
        assertFalse(Files.exists(client.resolve("openapi.json")));
        assertEquals(0, run("generate"));
        assertTrue(out.toString().contains("The client is up to date."), out.toString());
        assertEquals(0, run("generate", "--openapi"));
        assertTrue(Files.exists(client.resolve("openapi.json")));
    }

    @Test
    void generate_withAnError_leavesTheClientAsItIs() throws IOException {
        compile(FIRST);
        run("generate");
        var before = Files.readString(client.resolve("mutations.ts"));
        compile(FIRST.replace("int count(int from) { return from; }", "Object count(int from) { return from; }"));
        assertEquals(1, run("generate"));
        assertTrue(err.toString().contains("MIZAN-00207"), err.toString());
        assertEquals(before, Files.readString(client.resolve("mutations.ts")));
    }

    @Test
    void check_ofAStaleClient_failsWithADiff() throws IOException {
        compile(FIRST);
        run("generate");
        Files.copy(client.resolve("schema.json"), temp.resolve("deployed.json"));
        assertEquals(0, run("check", "--baseline", temp.resolve("deployed.json").toString()));
        compile(FIRST.replace("int from", "int from, @org.mizan.Param(defaultValue = \"1\") int step"));
        assertEquals(1, run("check", "--baseline", temp.resolve("deployed.json").toString()));
        assertTrue(err.toString().contains("MIZAN-02065"), err.toString());
        assertTrue(err.toString().contains("+  readonly step?: number | null"), err.toString());
        assertFalse(err.toString().contains("MIZAN-0208"), err.toString());
    }

    @Test
    void check_ofAChangeThatBreaksDeployedClients_fails() throws IOException {
        compile(FIRST);
        run("generate");
        Files.copy(client.resolve("schema.json"), temp.resolve("deployed.json"));
        compile(FIRST.replace("int from", "int from, int step"));
        run("generate");
        assertEquals(1, run("check", "--baseline", temp.resolve("deployed.json").toString()));
        assertTrue(err.toString().contains("MIZAN-02085: function 'count', parameter step"), err.toString());
        assertFalse(err.toString().contains("MIZAN-02065"), err.toString());
    }

    @Test
    void check_withABaselineThatIsMissing_fails() throws IOException {
        compile(FIRST);
        run("generate");
        assertEquals(1, run("check", "--baseline", temp.resolve("nowhere.json").toString()));
        assertTrue(err.toString().contains("MIZAN-02000"), err.toString());
    }

    @Test
    void check_outsideOfGit_warnsThatNothingWasCompared() throws IOException {
        compile(FIRST);
        run("generate");
        assertEquals(0, run("check"));
        assertTrue(err.toString().contains("MIZAN-02080"), err.toString());
    }

    @Test
    void check_againstARevision_comparesWithItsClient() throws IOException, InterruptedException {
        compile(FIRST);
        run("generate");
        git("init", "-q");
        git("add", ".");
        git("-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "-m", "deployed");
        compile(FIRST.replace("int from) { return from; }", "long from) { return 0; }"));
        run("generate");
        assertEquals(0, run("check"));
        compile(FIRST.replace("int from) { return from; }", "java.util.UUID from) { return 0; }"));
        run("generate");
        assertEquals(1, run("check", "--against", "HEAD"));
        assertTrue(err.toString().contains("MIZAN-02093: function 'count', parameter from"), err.toString());
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        assertEquals(
                0,
                new ProcessBuilder(command)
                        .directory(client.toFile())
                        .inheritIO()
                        .start()
                        .waitFor());
    }

    @Test
    void usage_thatIsWrong_isTold() {
        assertEquals(2, run("generate", "--unknown"));
        assertEquals(2, Main.run(new PrintWriter(out), new PrintWriter(err, true), "check"));
    }
}
