package org.mizan.ssr.template;

import java.util.Collection;
import java.util.Comparator;

/** The names by which controllers name views: relative to the folder of views, and never out of it. */
public final class ViewNames {
    private ViewNames() {}

    /** Whether a name is that of a view of ours. */
    public static boolean isView(String name) {
        return name.endsWith(".tsx") || name.endsWith(".jsx");
    }

    /**
     * Checks that a name stays in the folder.
     *
     * @throws IllegalArgumentException with a coded message when it is absolute or leads out of it
     */
    public static void requireInside(String name) {
        boolean absolute = name.startsWith("/") || name.contains(":") || name.contains("\\");
        boolean out = ("/" + name + "/").contains("/../") || ("/" + name + "/").contains("/./") || name.contains("//");
        if (absolute || out || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("MIZAN-01341: the view '" + printable(name)
                    + "' is not named relative to the folder of views. Return its name from there, as"
                    + " account/Orders.tsx: no leading slash, no '..', no backslash.");
        }
    }

    /** Why there is no view of a name. */
    public static String unknown(String name, Collection<String> known) {
        var nearest = known.stream()
                .min(Comparator.comparingInt(other -> distance(name, other)))
                .map(other -> " Did you mean '" + other + "'?")
                .orElse(" There is no view at all: is mizan:bundle in the build, or a .tsx file in the folder?");
        return "MIZAN-01342: there is no view '" + printable(name) + "'." + nearest
                + " Names are relative to the folder of views; files whose names begin with '_' are none.";
    }

    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        var above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
