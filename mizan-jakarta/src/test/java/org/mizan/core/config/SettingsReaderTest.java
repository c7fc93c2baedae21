package org.mizan.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mizan.core.problem.Problem;
import org.mizan.core.problem.Problems;
import org.mizan.core.schema.Naming;

class SettingsReaderTest {
    private final Problems problems = new Problems();

    private Settings read(Map<String, String> configured) {
        return new SettingsReader(name -> Optional.ofNullable(configured.get(name)), problems).read();
    }

    @Test
    void nothing_configured_givesTheDefaults() {
        assertEquals(Settings.defaults(), read(Map.of()));
        assertEquals(new Settings(Naming.JAVA, 1_048_576, 4096, new TreeSet<>()), Settings.defaults());
        assertEquals(List.of(), problems.errors());
    }

    @Test
    void everything_configured_isRead() {
        var settings = read(Map.of(
                PropertyNames.NAMING, "snake_case",
                PropertyNames.MAX_BODY, "1",
                PropertyNames.MAX_HEADER, "8192",
                PropertyNames.ROLES, " admin, user ,,admin"));
        assertEquals(new Settings(Naming.SNAKE_CASE, 1, 8192, new TreeSet<>(Set.of("admin", "user"))), settings);
        assertEquals(Naming.JAVA, read(Map.of(PropertyNames.NAMING, "java")).naming());
        assertEquals(List.of(), problems.errors());
    }

    @ParameterizedTest
    @CsvSource({
        "mizan.naming,Snake_Case",
        "mizan.naming,camelCase",
        "mizan.max-body,0",
        "mizan.max-body,-1",
        "mizan.max-body,1MB",
        "mizan.max-body,1.5",
        "mizan.max-body,2147483648",
        "mizan.invalidation.max-header,0",
        "mizan.invalidation.max-header,many"
    })
    void badValue_reported_isAProblemAndTheDefaultHolds(String name, String value) {
        assertEquals(Settings.defaults(), read(Map.of(name, value)));
        assertEquals(List.of(100), problems.errors().stream().map(Problem::code).toList());
        assertEquals(name, problems.errors().get(0).place());
        assertTrue(problems.report().contains("'" + value + "'"));
    }

    @Test
    void severalBadValues_reported_areAllThere() {
        read(Map.of(PropertyNames.NAMING, "x", PropertyNames.MAX_BODY, "x", PropertyNames.MAX_HEADER, "x"));
        assertEquals(3, problems.errors().size());
    }

    @Test
    void roles_read_cannotBeChanged() {
        var roles = read(Map.of(PropertyNames.ROLES, "a")).roles();
        assertThrows(UnsupportedOperationException.class, () -> roles.add("b"));
    }
}
