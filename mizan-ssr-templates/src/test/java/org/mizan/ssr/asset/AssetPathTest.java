package org.mizan.ssr.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * An application at the root had scripts at {@code //mizan-assets/…}, of a host that does not exist: the servers say
 * {@code /} for the context path while an application starts, and the empty text later.
 */
class AssetPathTest {

    @Test
    void applicationAtTheRoot_hasOneSlash() {
        assertEquals("/mizan-assets/", AssetPath.in(""));
        assertEquals("/mizan-assets/", AssetPath.in("/"));
        assertEquals("/shop/mizan-assets/", AssetPath.in("/shop"));
    }
}
