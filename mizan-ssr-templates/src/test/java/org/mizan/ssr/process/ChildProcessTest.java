package org.mizan.ssr.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    private final BlockingQueue<String> errors = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder;

    private ChildProcess start(String script) throws IOException {
        var bun = new BunExecutable(Optional.empty(), List.of(Path.of("src/test/typescript")), null);
        var command = List.of(bun.find().toString(), "-e", script);
        return ChildProcess.start("test-errors", command, Map.of("A", "1"), folder, errors::add);
    }

    @Test
    void process_seesItsOwnEnvironmentAndFolder_andNothingElse() throws Exception {
        var child = start("console.log(Object.keys(process.env).sort().join() + ' ' + process.cwd())");

        var printed = new String(child.output().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("A " + folder.toRealPath(), printed.strip());
        assertEquals(0, child.onExit().get());
        child.closeStreams();
    }

    @Test
    void errorStream_isGivenLineByLine_longLinesCut() throws Exception {
        start("console.error('eins\\n\\nzwei ä'); console.error('x'.repeat(1e6)); console.error('drei')");

        assertEquals("eins", errors.poll(20, TimeUnit.SECONDS));
        assertEquals("zwei ä", errors.poll(20, TimeUnit.SECONDS));
        assertEquals("x".repeat(8_192), errors.poll(20, TimeUnit.SECONDS));
        assertEquals("drei", errors.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void processKilled_endsWithWhatItStarted() throws Exception {
        var child = start("const sub = Bun.spawn([process.execPath, '-e', 'setInterval(() => {}, 1000)']);"
                + " console.error(sub.pid); setInterval(() => {}, 1000)");
        var line = errors.poll(20, TimeUnit.SECONDS);
        var started = ProcessHandle.of(Long.parseLong(String.valueOf(line))).orElseThrow();
        assertTrue(child.isAlive());

        child.destroyForcibly();

        assertTrue(child.waitFor(20_000));
        started.onExit().get(20, TimeUnit.SECONDS);
        assertFalse(child.isAlive());
    }

    @Test
    void executableThatIsNone_doesNotStart() {
        var command = List.of(folder.resolve("bun").toString());

        assertThrows(IOException.class, () -> ChildProcess.start("none", command, Map.of(), folder, errors::add));
    }
}
