package org.mizan.codegen;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.mizan.codegen.watch.ClassWatcher;
import org.mizan.core.problem.Problems;

/** Keeps a client what the classes say. When they cannot be understood, that is reported, and the client stays. */
public final class Watching {
    private static final Duration QUIET = Duration.ofMillis(200);

    private final Options options;
    private final BiConsumer<Problems, List<String>> report;

    /**
     * Creates one.
     *
     * @param report hears of each generation that changed something or failed: the problems and the files written
     */
    public Watching(Options options, BiConsumer<Problems, List<String>> report) {
        this.options = options;
        this.report = report;
    }

    /** Generates now and whenever classes change, until the thread is interrupted. */
    public void run() throws IOException {
        generate();
        new ClassWatcher(options.path().classes(), QUIET, this::generate).run();
    }

    private void generate() {
        var problems = new Problems();
        var changed = new Generator(options, problems).generate();
        if (!changed.isEmpty() || !problems.errors().isEmpty()) {
            report.accept(problems, changed);
        }
    }
}
