package org.mizan.cdi.interceptor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mizan.core.protocol.ScopeValue;
import org.mizan.core.protocol.Target;

class RequestTargetsTest {
    private static final int LIMIT = 60;

    private final Map<String, String> headers = new HashMap<>();
    private final RequestTargets targets = new RequestTargets(LIMIT);

    private static Target catalog(String category) {
        var scope = new TreeMap<>(Map.of("category", new ScopeValue(Json.createValue(category), category)));
        return new Target("catalog", null, scope);
    }

    private String page() {
        return headers.getOrDefault("X-Mizan-Page", "");
    }

    @Test
    void page_saysItsFunction_andWhatWasAdded_withParameters_inWhateverOrder() {
        targets.shows(catalog("a b"));
        targets.expose(headers::put);
        assertEquals("", page(), "it has no function yet");
        targets.made("productPageShow");
        assertEquals("productPageShow, catalog;category=a%20b", page());
        targets.shows(Target.broad("visitor"));
        targets.shows(catalog("a b"));
        assertEquals("productPageShow, catalog;category=a%20b, visitor", page());
    }

    /** Whoever purges any of a context has to purge the page then. */
    @Test
    void tooMuch_isTheWholeContext_andThenEverything() {
        targets.expose(headers::put);
        targets.made("p");
        for (int i = 0; i < 5; i++) {
            targets.shows(catalog("number" + i));
        }
        assertEquals("p, catalog", page());
        targets.shows(Target.broad("c".repeat(LIMIT)));
        assertEquals("p, *", page());
    }

    @Test
    void severalFunctions_areNoFunctionsPage() {
        targets.expose(headers::put);
        targets.made("a");
        targets.made("b");
        targets.shows(Target.broad("catalog"));
        assertEquals("a b, catalog", page());
    }
}
