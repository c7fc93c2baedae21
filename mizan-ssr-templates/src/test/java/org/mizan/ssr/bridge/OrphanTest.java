package org.mizan.ssr.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mizan.ssr.bridge.TestBridges.request;
import static org.mizan.ssr.bridge.TestBridges.settings;
import static org.mizan.ssr.bridge.TestBridges.until;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A server that is killed leaves no worker behind. */
class OrphanTest {
    /** Two seconds are the promise; a third is for a busy machine, where 2.2 s were seen once. */
    private static final Duration ALLOWED = Duration.ofSeconds(3);

    /** The server: one worker renders without end, the other has nothing to do. Its id and theirs are printed. */
    static final class Server {
        private Server() {}

        public static void main(String[] args) throws Exception {
            var bridge = TestBridges.bridge(settings(2, Duration.ofMinutes(1)));
            bridge.warm();
            until(() -> bridge.statistics().ready() == 2);
            var thread = new Thread(() -> {
                try {
                    bridge.render(request("Endless.tsx", "1"));
                } catch (RenderException e) {
                    throw new IllegalStateException(e);
                }
            });
            thread.start();
            Thread.sleep(1_000);
            var pids = bridge.pids();
            System.out.println(pids[0] + " " + pids[1]);
            Thread.sleep(60_000);
        }
    }

    @Test
    void serverKilled_endsItsWorkers_evenOneThatHangs() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var server = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Server.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var printed = server.inputReader()) {
            var line = printed.readLine();
            var workers = Stream.of(line.split(" ", -1))
                    .map(Long::valueOf)
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .toList();
            assertEquals(2, workers.size());
            assertTrue(workers.stream().allMatch(ProcessHandle::isAlive));

            server.destroyForcibly();
            server.waitFor();
            long killed = System.nanoTime();
            until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));

            var took = Duration.ofNanos(System.nanoTime() - killed);
            assertTrue(took.compareTo(ALLOWED) < 0, took::toString);
        } finally {
            server.destroyForcibly();
        }
    }
}
