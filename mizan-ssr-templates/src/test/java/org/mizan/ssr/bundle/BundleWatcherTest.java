package org.mizan.ssr.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mizan.ssr.bundle.TestViews.view;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleWatcherTest {
    private static final long PATIENCE = 60;

    @TempDir
    private Path root;

    private WorkerFiles files;
    private TestViews views;
    private Set<ProcessHandle> before;
    private BundleWatcher watcher;
    private final BlockingQueue<BundleManifest> built = new LinkedBlockingQueue<>();
    private final BlockingQueue<BundleException> failed = new LinkedBlockingQueue<>();

    @BeforeEach
    void watch() throws Exception {
        files = WorkerFiles.unpack();
        views = new TestViews(root, files).with("views/Hello.tsx", hello("first"));
        before = ProcessHandle.current().children().collect(Collectors.toSet());
        watcher = new BundleWatcher(views.bundler(), views.sources(true), new BundleWatcher.Listener() {
            @Override
            public void built(BundleManifest manifest) {
                built.add(manifest);
            }

            @Override
            public void failed(BundleException why) {
                failed.add(why);
            }
        });
    }

    @AfterEach
    void close() throws Exception {
        var running = started();
        watcher.close();
        for (var process : running) {
            process.onExit().get(PATIENCE, TimeUnit.SECONDS);
        }
        files.close();
    }

    private Set<ProcessHandle> started() {
        return ProcessHandle.current()
                .children()
                .filter(process -> !before.contains(process))
                .collect(Collectors.toSet());
    }

    private static String hello(String text) {
        return "export default () => <p>" + text + "</p>";
    }

    /** The next that is as wanted: an editor's write may be seen in two steps. */
    private static <T> T next(BlockingQueue<T> queue, Predicate<T> wanted) throws InterruptedException {
        while (true) {
            var event = Objects.requireNonNull(queue.poll(PATIENCE, TimeUnit.SECONDS), "nothing came");
            if (wanted.test(event)) {
                return event;
            }
        }
    }

    @Test
    void edit_isANewManifest() throws Exception {
        var first = next(built, manifest -> true);
        assertEquals("<p>first</p>", views.rendered(first, "Hello.tsx", ""));

        views.with("views/Hello.tsx", hello("second"));

        var server = view(first, "Hello.tsx").server();
        var second =
                next(built, manifest -> !view(manifest, "Hello.tsx").server().equals(server));
        assertEquals("<p>second</p>", views.rendered(second, "Hello.tsx", ""));
        assertNotEquals(
                view(first, "Hello.tsx").script(), view(second, "Hello.tsx").script());
    }

    @Test
    void newView_isInTheNextManifest() throws Exception {
        next(built, manifest -> true);

        views.with("views/account/Orders.tsx", hello("orders"));

        var second = next(built, manifest -> manifest.views().containsKey("account/Orders.tsx"));
        assertEquals(Set.of("Hello.tsx", "account/Orders.tsx"), second.views().keySet());
    }

    @Test
    void mistake_isTold_andTheNextEditMendsIt() throws Exception {
        next(built, manifest -> true);

        views.with("views/Hello.tsx", "export default () => <p>");
        var why = next(failed, exception -> true);
        assertTrue(String.valueOf(why.getMessage()).contains("MIZAN-01420"), why.getMessage());
        built.clear();

        views.with("views/Hello.tsx", hello("mended"));
        var mended = next(built, manifest -> true);
        assertEquals("<p>mended</p>", views.rendered(mended, "Hello.tsx", ""));
    }

    @Test
    void folderThatIsNotThere_isTold() throws Exception {
        next(built, manifest -> true);
        var nowhere = new Sources(root.resolve("nowhere"), Optional.empty(), root.resolve("b"), Optional.empty(), true);
        var told = new LinkedBlockingQueue<BundleException>();

        var second = new BundleWatcher(views.bundler(), nowhere, new BundleWatcher.Listener() {
            @Override
            public void built(BundleManifest manifest) {}

            @Override
            public void failed(BundleException why) {
                told.add(why);
            }
        });
        try {
            var why = next(told, exception -> true);
            assertTrue(
                    String.valueOf(why.getMessage()).startsWith("MIZAN-01425: " + nowhere.views()), why.getMessage());
        } finally {
            second.close();
        }
    }

    @Test
    void close_endsTheProcess() throws Exception {
        next(built, manifest -> true);
        var running = started();
        assertEquals(1, running.size());

        watcher.close();

        for (var process : running) {
            assertFalse(process.isAlive());
        }
    }
}
