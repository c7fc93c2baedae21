package org.mizan.codegen.watch;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches directories of classes. A compiler writes many files and deletes others first: a change is told of when
 * nothing has changed for a while. Directories that appear later are watched too, and one that is deleted by a clean
 * build is waited for.
 */
public final class ClassWatcher {
    private static final Duration LOOK_FOR_DIRECTORIES = Duration.ofSeconds(1);

    private final List<Path> directories;
    private final Duration quiet;
    private final Runnable onChange;

    /**
     * Creates a watcher.
     *
     * @param quiet how long nothing must have changed
     * @param onChange what is run then, by the thread that watches
     */
    public ClassWatcher(List<Path> directories, Duration quiet, Runnable onChange) {
        this.directories = List.copyOf(directories);
        this.quiet = quiet;
        this.onChange = onChange;
    }

    /** Watches until the thread is interrupted. */
    public void run() throws IOException {
        try (var service = FileSystems.getDefault().newWatchService()) {
            boolean missing = registerAll(service);
            while (true) {
                var key =
                        missing ? service.poll(LOOK_FOR_DIRECTORIES.toMillis(), TimeUnit.MILLISECONDS) : service.take();
                boolean changed = key != null;
                while (key != null) {
                    handle(key, service);
                    key = service.poll(quiet.toMillis(), TimeUnit.MILLISECONDS);
                }
                boolean was = missing;
                missing = registerAll(service);
                if (changed || was && !missing) {
                    onChange.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Watches what is there; the keys of directories that are watched already stay. */
    private boolean registerAll(WatchService service) throws IOException {
        boolean missing = false;
        for (var directory : directories) {
            if (Files.isDirectory(directory)) {
                register(directory, service);
            } else {
                missing = true;
            }
        }
        return missing;
    }

    private static void register(Path root, WatchService service) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                directory.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void handle(WatchKey key, WatchService service) throws IOException {
        for (var event : key.pollEvents()) {
            if (event.context() instanceof Path name && key.watchable() instanceof Path directory) {
                var path = directory.resolve(name);
                if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE && Files.isDirectory(path)) {
                    register(path, service);
                }
            }
        }
        key.reset();
    }
}
