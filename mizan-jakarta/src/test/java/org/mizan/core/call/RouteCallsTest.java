package org.mizan.core.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.mizan.core.call.ShopFixture.code;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mizan.core.protocol.ErrorCode;
import org.mizan.spi.BeanInvoker.Violation;

/** What a {@code @Route} answers. */
class RouteCallsTest {
    private final ShopFixture shop = new ShopFixture();

    private Answer route(String function, Map<String, List<String>> texts, @Nullable String json) {
        var body = json == null ? null : json.getBytes(StandardCharsets.UTF_8);
        return written(function, () -> new Routes.Content(texts, body));
    }

    private Answer written(String function, Routes.Source source) {
        var model = ShopFixture.REGISTRY.function(function).orElseThrow();
        return assertInstanceOf(Routes.Written.class, shop.pipeline.routes().answer(model, source, shop.exchange()))
                .answer();
    }

    @Test
    void arguments_ofPathQueryAndBody_areBoundTogether() {
        var answer =
                route("hook", Map.of("shop", List.of("s"), "cartId", List.of("5")), "{\"address\":{\"zip\":\"1\"}}");
        assertEquals(new Answer(200, "\"s\""), answer);
        assertEquals(new Answer(200, "\"s\""), route("hook", Map.of("shop", List.of("s")), "{\"cartId\":5}"));
    }

    @Test
    void voidFunction_answers204() {
        assertEquals(new Answer(204, ""), route("silent", Map.of(), null));
    }

    @Test
    void badArguments_refused_400() {
        var path = Map.of("shop", List.of("s"), "cartId", List.of("5"));
        assertEquals("400 BAD_REQUEST", code(route("hook", Map.of("shop", List.of("s")), null)));
        assertEquals("400 BAD_REQUEST", code(route("hook", path, "{\"cartId\":5}")));
        assertEquals("400 BAD_REQUEST", code(route("hook", path, "[]")));
        assertEquals("400 BAD_REQUEST", code(route("hook", path, "{")));
        assertEquals("400 BAD_REQUEST", code(route("hook", path, "{\"other\":1}")));
        assertEquals("400 BAD_REQUEST", code(route("hook", Map.of("shop", List.of("s")), "{\"cartId\":\"5\"}")));
    }

    @Test
    void checks_severalFailing_answerInOrder() {
        shop.violations = List.of(new Violation(0, "", "no", "Max"));
        Routes.Source tooLarge = () -> {
            throw new Refusal(ErrorCode.PAYLOAD_TOO_LARGE, "The body is too large.");
        };
        shop.token = new Refusal(ErrorCode.UNAUTHORIZED, "The token has expired.");
        assertEquals("401 UNAUTHORIZED", code(written("hook", tooLarge)));
        shop.token = null;
        assertEquals("401 UNAUTHORIZED", code(written("admin", tooLarge)));
        assertEquals("413 PAYLOAD_TOO_LARGE", code(written("hook", tooLarge)));
        var bad = Map.of("shop", List.of("s"), "cartId", List.of("6"));
        assertEquals("403 FORBIDDEN", code(route("hook", bad, null)));
        var good = Map.of("shop", List.of("s"), "cartId", List.of("5"));
        assertEquals("422 VALIDATION_FAILED", code(route("hook", good, null)));
        assertEquals(List.of(), shop.shop.ran);
    }
}
