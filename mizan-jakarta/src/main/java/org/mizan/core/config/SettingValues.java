package org.mizan.core.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mizan.core.problem.Problem;
import org.mizan.core.problem.Problems;
import org.mizan.spi.SettingsSource;

/** Reads single values; what cannot be read is a problem, and its default holds. */
final class SettingValues {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    private final SettingsSource source;
    private final Problems problems;

    SettingValues(SettingsSource source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    Optional<String> text(String name) {
        return source.value(name).filter(text -> !text.isEmpty());
    }

    /** A whole number of at least something. */
    long number(String name, long defaultValue, long least, long most) {
        var text = text(name).orElse("");
        if (text.isEmpty()) {
            return defaultValue;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below, as a number out of range is
        }
        bad(name, text, "a whole number from " + least + (most < Integer.MAX_VALUE ? " to " + most : ""));
        return defaultValue;
    }

    int number(String name, int defaultValue, int least) {
        return (int) number(name, defaultValue, least, Integer.MAX_VALUE);
    }

    Duration millis(String name, Duration defaultValue) {
        return Duration.ofMillis(number(name, defaultValue.toMillis(), 1, Integer.MAX_VALUE));
    }

    Duration seconds(String name, Duration defaultValue, long least) {
        return Duration.ofSeconds(number(name, defaultValue.toSeconds(), least, Integer.MAX_VALUE));
    }

    Duration seconds(String name, Duration defaultValue, long least, Duration most) {
        return Duration.ofSeconds(number(name, defaultValue.toSeconds(), least, most.toSeconds()));
    }

    /** One of a few words. */
    <T> T choice(String name, T defaultValue, Map<String, T> words) {
        var text = text(name).orElse("");
        if (text.isEmpty()) {
            return defaultValue;
        }
        var found = words.get(text);
        if (found == null) {
            bad(name, text, String.join(" or ", new java.util.TreeSet<>(words.keySet())));
            return defaultValue;
        }
        return found;
    }

    /** Letters, digits, dots, hyphens and underscores: what may be part of a key. */
    String name(String name, String defaultValue) {
        return matching(name, defaultValue, NAME, "made of letters, digits and . _ - only");
    }

    String matching(String name, String defaultValue, Pattern pattern, String expected) {
        var text = text(name).orElse(defaultValue);
        if (text.isEmpty() || pattern.matcher(text).matches()) {
            return text;
        }
        bad(name, text, expected);
        return defaultValue;
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    void report(Problem problem) {
        problems.add(problem);
    }

    private void bad(String name, String text, String expected) {
        problems.add(
                Problem.error(100, name, "the value '" + text + "' is not " + expected + ".", "Correct or remove it."));
    }
}
