package org.mizan.codegen.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.mizan.core.problem.Problems;

/** A revision in Git, read by the {@code git} of the machine. */
public final class GitRevision {
    private final String revision;

    /** A branch, tag or commit; {@code HEAD} for what was committed last. */
    public GitRevision(String revision) {
        this.revision = revision;
    }

    /** The schema that a client's folder had at this revision; a warning, and none, when it cannot be had. */
    public Optional<String> schema(Path folder, Problems problems) {
        var place = folder + " at " + revision;
        if (!Files.isDirectory(folder)) {
            problems.add(CheckMessages.noBaseline(place, "there is no such folder"));
            return Optional.empty();
        }
        try {
            // Behind --end-of-options nothing is an option, whatever the revision is called.
            var git = new ProcessBuilder("git", "show", "--end-of-options", revision + ":./schema.json")
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            var text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor() == 0) {
                return Optional.of(text);
            }
            problems.add(CheckMessages.noBaseline(place, "Git has no schema.json there"));
        } catch (IOException e) {
            problems.add(CheckMessages.noBaseline(place, "Git cannot be run: " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problems.add(CheckMessages.noBaseline(place, "interrupted"));
        }
        return Optional.empty();
    }
}
