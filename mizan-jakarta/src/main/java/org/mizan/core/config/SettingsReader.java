package org.mizan.core.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mizan.core.problem.Problems;
import org.mizan.core.schema.Naming;
import org.mizan.spi.SettingsSource;

/** Reads settings; what cannot be read is a problem, and its default holds. */
public final class SettingsReader {
    private final SettingValues values;

    /** Creates a reader. */
    public SettingsReader(SettingsSource source, Problems problems) {
        this.values = new SettingValues(source, problems);
    }

    /** All settings. */
    public Settings read() {
        var defaults = Settings.defaults();
        return new Settings(
                values.choice(
                        PropertyNames.NAMING,
                        defaults.naming(),
                        Map.of("java", Naming.JAVA, "snake_case", Naming.SNAKE_CASE)),
                values.number(PropertyNames.MAX_BODY, defaults.maxBody(), 1),
                values.number(PropertyNames.MAX_HEADER, defaults.maxHeader(), 1),
                roles(),
                CacheSettings.read(values),
                new MwtSettingsReader(values).read(),
                SecuritySettings.read(values),
                SsrSettings.read(values),
                ManifestSettings.read(values),
                EdgeSettings.read(values));
    }

    private SortedSet<String> roles() {
        return values.text(PropertyNames.ROLES)
                .<SortedSet<String>>map(text -> new TreeSet<>(Arrays.stream(text.split(","))
                        .map(String::trim)
                        .filter(role -> !role.isEmpty())
                        .toList()))
                .orElse(Collections.emptySortedSet());
    }
}
