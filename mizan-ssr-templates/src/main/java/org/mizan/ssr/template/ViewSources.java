package org.mizan.ssr.template;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/** The files below {@code /WEB-INF/} that views may be made of, whichever folder the application names. */
public final class ViewSources {
    private static final String ROOT = "/WEB-INF/";
    /** What never has views. */
    private static final Set<String> OTHERS = Set.of(ROOT + "mizan/", ROOT + "classes/", ROOT + "lib/");

    private ViewSources() {}

    /** Whether there is a view below a folder, which ends in a slash. */
    public static boolean hasViews(ServletContext context, String folder) {
        return in(context, folder).stream().anyMatch(ViewNames::isView);
    }

    /** Whether there is a view anywhere. */
    public static boolean hasViews(ServletContext context) {
        return hasViews(context, ROOT);
    }

    /** A hash of all of them. */
    public static String hash(ServletContext context) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var name : in(context, ROOT)) {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                try (var content = context.getResourceAsStream(name)) {
                    if (content != null) {
                        digest.update(MessageDigest.getInstance("SHA-256").digest(content.readAllBytes()));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private static Set<String> in(ServletContext context, String folder) {
        var files = new TreeSet<String>();
        var names = context.getResourcePaths(folder);
        if (names != null) {
            for (var name : names) {
                if (!name.endsWith("/")) {
                    files.add(name);
                } else if (!OTHERS.contains(name) && !name.endsWith("/node_modules/")) {
                    files.addAll(in(context, name));
                }
            }
        }
        return files;
    }
}
