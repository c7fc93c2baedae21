package org.mizan.core.schema.build;

import java.util.Collection;
import java.util.Comparator;

/** Finds the name that was probably meant. */
final class NearestName {
    private NearestName() {}

    /** {@code " Did you mean 'user'?"}, or nothing when none is near. */
    static String hint(String name, Collection<String> existing) {
        return existing.stream()
                .min(Comparator.comparingInt((String other) -> distance(name, other))
                        .thenComparing(other -> other))
                .filter(nearest -> distance(name, nearest) <= Math.max(2, name.length() / 2))
                .map(nearest -> " Did you mean '" + nearest + "'?")
                .orElse("");
    }

    /** The number of single-character edits between two texts, whatever their case. */
    private static int distance(String first, String second) {
        int[] row = new int[second.length() + 1];
        for (int j = 0; j <= second.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= first.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= second.length(); j++) {
                boolean same =
                        Character.toLowerCase(first.charAt(i - 1)) == Character.toLowerCase(second.charAt(j - 1));
                int cost = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = row[j];
                row[j] = cost;
            }
        }
        return row[second.length()];
    }
}
