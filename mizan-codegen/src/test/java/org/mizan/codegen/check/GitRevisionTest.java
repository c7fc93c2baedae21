package org.mizan.codegen.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mizan.core.problem.Problem;
import org.mizan.core.problem.Problems;

class GitRevisionTest {
    @TempDir
    Path folder;

    private void assertNone(String revision, Path of) {
        var problems = new Problems();
        assertEquals(Optional.empty(), new GitRevision(revision).schema(of, problems));
        assertEquals(
                List.of("MIZAN-02080"),
                problems.warnings().stream().map(Problem::id).toList());
    }

    @Test
    void revision_thatIsNot_isWarnedOf() {
        assertNone("HEAD", folder);
        assertNone("HEAD", folder.resolve("nowhere"));
    }

    @Test
    void revision_thatLooksLikeAnOption_isNone() {
        var written = folder.resolve("written");
        assertNone("--output=" + written, folder);
        assertFalse(Files.exists(written));
    }
}
