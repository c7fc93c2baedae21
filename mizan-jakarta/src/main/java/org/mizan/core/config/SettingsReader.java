package org.mizan.core.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mizan.core.problem.Problem;
import org.mizan.core.problem.Problems;
import org.mizan.core.schema.Naming;
import org.mizan.spi.SettingsSource;

/** Reads settings; what cannot be read is a problem, and its default holds. */
public final class SettingsReader {
    private final SettingsSource source;
    private final Problems problems;

    /** Creates a reader. */
    public SettingsReader(SettingsSource source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** All settings. */
    public Settings read() {
        var defaults = Settings.defaults();
        return new Settings(
                naming(),
                number(PropertyNames.MAX_BODY, defaults.maxBody(), 1),
                number(PropertyNames.MAX_HEADER, defaults.maxHeader(), 1),
                roles());
    }

    private Naming naming() {
        var text = source.value(PropertyNames.NAMING).orElse("java");
        return switch (text) {
            case "java" -> Naming.JAVA;
            case "snake_case" -> Naming.SNAKE_CASE;
            default -> {
                problems.add(bad(PropertyNames.NAMING, text, "java or snake_case"));
                yield Naming.JAVA;
            }
        };
    }

    private int number(String name, int defaultValue, int least) {
        var text = source.value(name).orElse("");
        if (text.isEmpty()) {
            return defaultValue;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below, as a number that is too small is
        }
        problems.add(bad(name, text, "a whole number from " + least));
        return defaultValue;
    }

    private SortedSet<String> roles() {
        return source.value(PropertyNames.ROLES)
                .<SortedSet<String>>map(text -> new TreeSet<>(Arrays.stream(text.split(","))
                        .map(String::trim)
                        .filter(role -> !role.isEmpty())
                        .toList()))
                .orElse(Collections.emptySortedSet());
    }

    private static Problem bad(String name, String text, String expected) {
        return Problem.error(100, name, "the value '" + text + "' is not " + expected + ".", "Correct or remove it.");
    }
}
