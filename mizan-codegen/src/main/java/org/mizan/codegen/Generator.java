package org.mizan.codegen;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mizan.codegen.compile.ClientCompiler;
import org.mizan.codegen.emit.ClientEmitter;
import org.mizan.codegen.openapi.OpenApi;
import org.mizan.codegen.output.OutputFolder;
import org.mizan.codegen.scan.ApplicationReader;
import org.mizan.codegen.schema.SchemaBuilder;
import org.mizan.codegen.schema.SchemaJson;
import org.mizan.core.problem.Problems;

/**
 * Generates, and checks, the client of an application.
 *
 * <p>Generation is a pure function of the classes and options: no clock, no network, no environment. With an error
 * nothing is written. One use, one thread; what went wrong is in the problems.
 */
public final class Generator {
    /** The name of the file that describes the client. */
    static final String SCHEMA = "schema.json";

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

    /**
     * Compares the client with what would be generated, and writes nothing. A difference is a problem, with a diff.
     *
     * @return whether there is none
     */
    public boolean compare() {
        var files = files();
        return problems.errors().isEmpty() && new OutputFolder(options.output(), problems).compare(files);
    }

    /** The client's files by path within the folder; empty when there is an error. */
    public SortedMap<String, String> files() {
        try (var application = new ApplicationReader(options.path(), options.settings(), problems).read()) {
            if (!problems.errors().isEmpty()) {
                return Collections.emptySortedMap();
            }
            var compiled = new ClientCompiler(application.registry(), problems).compile();
            var files = new TreeMap<>(ClientEmitter.emit(compiled.client(), options.suspense()));
            var schema = new SchemaBuilder(application.registry(), compiled.names()).build();
            files.put(SCHEMA, SchemaJson.write(schema));
            if (options.openApi()) {
                var openApi = new OpenApi(application.registry(), compiled.names(), options.base());
                files.put("openapi.json", openApi.text());
            }
            RuntimeSources.read().forEach((name, content) -> files.put("runtime/" + name, content));
            return problems.errors().isEmpty() ? files : Collections.emptySortedMap();
        }
    }
}
