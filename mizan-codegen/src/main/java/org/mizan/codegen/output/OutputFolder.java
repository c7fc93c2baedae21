package org.mizan.codegen.output;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mizan.core.problem.Problems;

/**
 * The folder that a client is generated into.
 *
 * <p>A manifest of its own, {@code .mizan-files.json}, tells generated files from others: stale ones are deleted, one
 * that was edited is overwritten with a warning, and one that was never generated is an error before anything is
 * written. Files whose content stays are not touched. Not thread-safe.
 */
public final class OutputFolder {
    private static final int CONTEXT_LINES = 3;

    private final Path folder;
    private final Problems problems;

    /** A folder, which need not exist. */
    public OutputFolder(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /**
     * Makes the folder hold exactly these generated files.
     *
     * @param files contents by path within the folder
     * @return the paths that were written or deleted, sorted
     */
    public List<String> write(SortedMap<String, String> files) {
        var changed = new TreeSet<String>();
        try {
            var before = manifest();
            if (before == null || !mayWrite(files, before)) {
                return List.of();
            }
            for (var file : files.entrySet()) {
                if (write(file.getKey(), file.getValue(), before.hashes().get(file.getKey()))) {
                    changed.add(file.getKey());
                }
            }
            for (var stale : before.hashes().entrySet()) {
                if (!files.containsKey(stale.getKey()) && delete(stale.getKey(), stale.getValue())) {
                    changed.add(stale.getKey());
                }
            }
            write(FileManifest.NAME, FileManifest.of(files).text(), null);
        } catch (IOException e) {
            problems.add(OutputMessages.unwritable(folder, String.valueOf(e.getMessage())));
        }
        return List.copyOf(changed);
    }

    private @Nullable FileManifest manifest() {
        try {
            return FileManifest.read(folder);
        } catch (IOException e) {
            problems.add(OutputMessages.badManifest(folder.resolve(FileManifest.NAME), String.valueOf(e.getMessage())));
            return null;
        }
    }

    private boolean mayWrite(SortedMap<String, String> files, FileManifest before) throws IOException {
        boolean may = true;
        for (var file : files.entrySet()) {
            var present = content(file.getKey());
            if (present != null
                    && !before.hashes().containsKey(file.getKey())
                    && !FileManifest.normal(present).equals(file.getValue())) {
                problems.add(OutputMessages.foreign(folder.resolve(file.getKey())));
                may = false;
            }
        }
        return may;
    }

    private boolean write(String name, String content, @Nullable String before) throws IOException {
        var present = content(name);
        if (present != null && FileManifest.normal(present).equals(content)) {
            return false;
        }
        var file = folder.resolve(name);
        if (present != null && before != null && !FileManifest.hash(present).equals(before)) {
            problems.add(OutputMessages.overwritten(file));
        }
        var parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(file, content);
        return true;
    }

    private boolean delete(String name, String before) throws IOException {
        var file = folder.resolve(name);
        var present = content(name);
        if (present == null) {
            return false;
        }
        if (!FileManifest.hash(present).equals(before)) {
            problems.add(OutputMessages.staleEdited(file));
            return false;
        }
        Files.delete(file);
        for (var parent = file.getParent();
                parent != null && !parent.equals(folder) && isEmpty(parent);
                parent = parent.getParent()) {
            Files.delete(parent);
        }
        return true;
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    /** A file of the folder as it is; null when there is none. */
    public @Nullable String content(String name) throws IOException {
        var file = folder.resolve(name);
        return Files.isRegularFile(file) ? Files.readString(file) : null;
    }

    /**
     * Reports how the folder differs from what is generated, as a unified diff. Nothing is written.
     *
     * @return whether it does not differ
     */
    public boolean compare(SortedMap<String, String> files) {
        try {
            var before = manifest();
            if (before == null) {
                return false;
            }
            var expected = new TreeMap<String, @Nullable String>(files);
            before.hashes().keySet().forEach(name -> expected.putIfAbsent(name, null));
            var diff = new ArrayList<String>();
            for (Map.Entry<String, @Nullable String> file : expected.entrySet()) {
                diff.addAll(diff(file.getKey(), content(file.getKey()), file.getValue()));
            }
            if (!diff.isEmpty()) {
                problems.add(OutputMessages.differs(folder, String.join("\n", diff)));
            }
            return diff.isEmpty();
        } catch (IOException e) {
            problems.add(OutputMessages.unwritable(folder, String.valueOf(e.getMessage())));
            return false;
        }
    }

    private static List<String> diff(String name, @Nullable String present, @Nullable String generated) {
        var old = lines(present);
        return UnifiedDiffUtils.generateUnifiedDiff(
                present == null ? "/dev/null" : "a/" + name,
                generated == null ? "/dev/null" : "b/" + name,
                old,
                DiffUtils.diff(old, lines(generated)),
                CONTEXT_LINES);
    }

    private static List<String> lines(@Nullable String text) {
        return text == null ? List.of() : FileManifest.normal(text).lines().toList();
    }
}
