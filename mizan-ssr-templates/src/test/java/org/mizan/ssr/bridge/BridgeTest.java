package org.mizan.ssr.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mizan.ssr.bridge.TestBridges.bridge;
import static org.mizan.ssr.bridge.TestBridges.html;
import static org.mizan.ssr.bridge.TestBridges.request;
import static org.mizan.ssr.bridge.TestBridges.settings;

import org.junit.jupiter.api.Test;

class BridgeTest {
    @Test
    void view_rendered_byARealWorker() throws RenderException {
        try (var bridge = bridge(settings(1))) {
            var rendered = bridge.render(request("Hello.tsx", "ä€😀"));

            assertEquals("<main><p>page ä€😀</p></main>", html(rendered));
            assertEquals(1, bridge.statistics().renders());
        }
    }
}
