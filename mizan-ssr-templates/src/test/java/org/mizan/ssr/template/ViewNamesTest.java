package org.mizan.ssr.template;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd.tsx",
                "../x.tsx",
                "a/../../x.tsx",
                "a/./b.tsx",
                "a//b.tsx",
                "C:x.tsx",
                "a\\b.tsx",
                "..\\x.tsx",
                "file:/x.tsx",
                "a\0.tsx",
                "./x.tsx"
            })
    void nameThatLeadsOut_isRefused(String name) {
        var refused = assertThrows(IllegalArgumentException.class, () -> ViewNames.requireInside(name));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("MIZAN-01341: "), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tsx", "account/Orders.tsx", "a..b.tsx", "...tsx", "ä b.jsx"})
    void nameInTheFolder_isFine(String name) {
        assertDoesNotThrow(() -> ViewNames.requireInside(name));
        assertTrue(ViewNames.isView(name));
    }

    @Test
    void unknownView_isToldWithTheNearest() {
        assertTrue(ViewNames.unknown("ProdutPage.tsx", List.of("CartPage.tsx", "ProductPage.tsx"))
                .contains("Did you mean 'ProductPage.tsx'?"));
        assertTrue(ViewNames.unknown("a.tsx", List.of()).startsWith("MIZAN-01342: there is no view 'a.tsx'."));
        assertEquals(-1, ViewNames.unknown("a\n\rb.tsx", List.of()).indexOf('\n'));
    }
}
