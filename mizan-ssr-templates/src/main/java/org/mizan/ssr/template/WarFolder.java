package org.mizan.ssr.template;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of a web application's archive, on the disk: in its place when the server has unpacked the archive, else
 * copied.
 */
public final class WarFolder {
    private WarFolder() {}

    /**
     * The folder on the disk.
     *
     * @param folder its path in the archive, {@code /WEB-INF/mizan/}
     * @param temporary where a copy goes; made when it is needed
     * @return empty when the archive has no such folder
     */
    public static Optional<Path> onDisk(ServletContext context, String folder, Path temporary) {
        var inPlace = context.getRealPath(folder);
        if (inPlace != null && Files.isDirectory(Path.of(inPlace))) {
            return Optional.of(Path.of(inPlace));
        }
        var names = context.getResourcePaths(folder);
        if (names == null || names.isEmpty()) {
            return Optional.empty();
        }
        try {
            copy(context, folder, names, temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "MIZAN-01340: " + folder + ": it cannot be copied to " + temporary
                            + ". Make room there, or name another folder by java.io.tmpdir.",
                    e);
        }
        return Optional.of(temporary);
    }

    private static void copy(ServletContext context, String folder, Set<String> names, Path to) throws IOException {
        Files.createDirectories(to);
        for (var name : names) {
            var target = to.resolve(name.substring(folder.length()));
            if (name.endsWith("/")) {
                copy(context, name, Objects.requireNonNullElse(context.getResourcePaths(name), Set.of()), target);
            } else {
                try (var content = context.getResourceAsStream(name)) {
                    if (content != null) {
                        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }
}
