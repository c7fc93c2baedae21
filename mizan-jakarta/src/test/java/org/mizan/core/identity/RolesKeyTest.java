package org.mizan.core.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The values come from {@code printf '["admin","user"]' | sha256sum} and the like. */
class RolesKeyTest {

    private static String of(String... roles) {
        return RolesKey.of(new TreeSet<>(List.of(roles)));
    }

    @Test
    void roles_known_haveKnownKeys() {
        assertEquals("4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945", of());
        assertEquals("e4f53e443c6bb3e31fecd66acbadbb2fb722588a84ac31e02b39cefd829b31b3", of("user", "admin"));
        assertEquals(
                "42e1e9d49134b220c27e30429bd244b03151a1f79c3c01199cdec6b8c2372d5d",
                of("a\"b\\c", "\u00e9\ud83d\ude00\n"));
    }

    @Test
    void comparator_ofTheSet_doesNotMatter() {
        var reversed = new TreeSet<String>(Comparator.reverseOrder());
        reversed.addAll(List.of("admin", "user"));
        assertEquals(of("admin", "user"), RolesKey.of(reversed));
    }

    @Test
    void separators_inRoles_doNotJoin() {
        assertEquals(
                4,
                List.of(of("a", "b"), of("a,b"), of("a\",\"b"), of()).stream()
                        .distinct()
                        .count());
    }

    @Test
    void halfSurrogate_inRole_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> of("\ud83d"));
    }
}
