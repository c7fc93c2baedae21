package org.mizan.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mizan.core.problem.Problem;
import org.mizan.core.problem.Problems;

class WatchingTest {
    private static final String FIRST = """
            package app;
            @jakarta.enterprise.context.ApplicationScoped
            public class Bean { @org.mizan.Client public int count() { return 1; } }
            """;

    private record Report(List<String> codes, List<String> changed) {}

    @TempDir
    Path temp;

    private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();

    private void report(Problems problems, List<String> changed) {
        reports.add(new Report(problems.errors().stream().map(Problem::id).toList(), changed));
    }

    private Report next() throws InterruptedException {
        var report = reports.poll(30, TimeUnit.SECONDS);
        assertNotNull(report, "nothing was generated");
        return report;
    }

    private void compile(String source) throws IOException {
        Compiled.sources(Map.of("Bean", source), temp.resolve("app"));
    }

    @Test
    void classes_changing_areGenerated_failuresKeepTheClient() throws Exception {
        compile(FIRST);
        var client = temp.resolve("client");
        var watching = new Watching(Compiled.options(temp.resolve("app/classes"), client), this::report);
        var thread = new Thread(() -> {
            try {
                watching.run();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        thread.start();
        try {
            assertTrue(next().changed().contains("mutations.ts"));
            Thread.sleep(500); // Until the directories are watched; nothing tells.
            compile(FIRST.replace("count", "total"));
            assertTrue(next().changed().contains("mutations.ts"));
            assertTrue(Files.readString(client.resolve("mutations.ts")).contains("'total'"));

            compile(FIRST.replace("int count() { return 1; }", "Object count() { return 1; }"));
            assertEquals(List.of("MIZAN-00207"), next().codes());
            assertTrue(Files.readString(client.resolve("mutations.ts")).contains("'total'"));

            compile(FIRST);
            assertEquals(List.of(), next().codes());
            assertTrue(Files.readString(client.resolve("mutations.ts")).contains("'count'"));
        } finally {
            thread.interrupt();
            thread.join();
        }
    }
}
