package org.mizan.codegen;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mizan.codegen.compile.ClientCompiler;
import org.mizan.codegen.emit.ClientEmitter;
import org.mizan.codegen.output.OutputFolder;
import org.mizan.codegen.scan.ApplicationReader;
import org.mizan.core.problem.Problems;

/**
 * Generates, and checks, the client of an application.
 *
 * <p>Generation is a pure function of the classes and options: no clock, no network, no environment. With an error
 * nothing is written. One use, one thread; what went wrong is in the problems.
 */
public final class Generator {
    private final Options options;
    private final Problems problems;

    /** Creates a generator. */
    public Generator(Options options, Problems problems) {
        this.options = options;
        this.problems = problems;
    }

    /**
     * Writes the client.
     *
     * @return the files that were written or deleted, by path within the folder, sorted
     */
    public List<String> generate() {
        var files = files();
        return problems.errors().isEmpty() ? new OutputFolder(options.output(), problems).write(files) : List.of();
    }

    /** The client's files by path within the folder; empty when there is an error. */
    public SortedMap<String, String> files() {
        try (var application = new ApplicationReader(options.path(), options.settings(), problems).read()) {
            if (!problems.errors().isEmpty()) {
                return Collections.emptySortedMap();
            }
            var client = new ClientCompiler(application.registry(), problems).compile();
            var files = new TreeMap<>(ClientEmitter.emit(client, options.suspense()));
            RuntimeSources.read().forEach((name, content) -> files.put("runtime/" + name, content));
            return problems.errors().isEmpty() ? files : Collections.emptySortedMap();
        }
    }
}
