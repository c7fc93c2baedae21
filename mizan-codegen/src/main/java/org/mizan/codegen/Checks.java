package org.mizan.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mizan.codegen.check.Compatibility;
import org.mizan.codegen.check.GitRevision;
import org.mizan.codegen.output.OutputFolder;
import org.mizan.core.problem.Problem;
import org.mizan.core.problem.Problems;

/** Both checks of a client: that it is what the classes say, and that deployed ones still work. */
public final class Checks {
    private final Options options;
    private final Problems problems;

    /** Creates checks, which put what is wrong into the problems. */
    public Checks(Options options, Problems problems) {
        this.options = options;
        this.problems = problems;
    }

    /**
     * Runs both.
     *
     * @param baseline the {@code schema.json} of the deployed clients; null to ask Git
     * @param against the revision that Git is asked for
     */
    public void run(@Nullable Path baseline, String against) {
        var files = new Generator(options, problems).files();
        var schema = files.get(Generator.SCHEMA);
        if (schema != null) {
            new OutputFolder(options.output(), problems).compare(files);
            deployed(baseline, against).ifPresent(deployed -> Compatibility.check(deployed, schema, problems));
        }
    }

    private Optional<String> deployed(@Nullable Path baseline, String against) {
        if (baseline == null) {
            return new GitRevision(against).schema(options.output(), problems);
        }
        try {
            return Optional.of(Files.readString(baseline));
        } catch (IOException e) {
            problems.add(Problem.error(
                    2000,
                    baseline.toString(),
                    "the schema of the deployed clients cannot be read: " + e.getMessage() + ".",
                    "Name a schema.json."));
            return Optional.empty();
        }
    }
}
