package org.mizan.core.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.mizan.core.call.ShopFixture.code;
import static org.mizan.core.call.ShopFixture.error;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mizan.core.protocol.ErrorCode;
import org.mizan.spi.BeanInvoker.Violation;

/** PROTOCOL §4. */
class ContextsTest {
    private final ShopFixture shop = new ShopFixture();

    private static @Nullable String function(Answer answer) {
        return error(answer).getJsonObject("details").getString("function", null);
    }

    @Test
    void bundle_read_hasOneMemberPerFunctionInTheOrderOfNames() {
        var expected = new Answer(200, "{\"cartLines\":{\"a\":5,\"b\":1},\"cartTotal\":\"1.50\"}");
        assertEquals(expected, shop.read("cart", "cartId=5"));
        assertEquals(List.of("cartLines", "cartTotal"), shop.shop.ran);
        assertEquals(expected, shop.read("cart", "size=LARGE&cartId=005&tags=a&page=1&tags=b"));
    }

    @Test
    void guard_inABundle_seesTheFunctionsOwnParametersOnly() {
        shop.read("cart", "cartId=5&size=SMALL");
        assertEquals(List.of(Map.of("cartId", 5L, "page", 1)), shop.guard.seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "Cart", "", "empty", "<script>"})
    void context_unknown_isNotFound(String name) {
        var answer = shop.read(name, null);
        assertEquals("404 NOT_FOUND", code(answer));
        assertFalse(answer.body().contains("script"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cartId=",
                "cartId=x",
                "cartId=5&cartId=5",
                "cartId=5&other=1",
                "cartId=5&page=1.0",
                "cartId=5&size=small",
                "cartId=%zz",
                "cartId=5&%ff=1",
                "cartId=5&tags=%ff"
            })
    void query_thatDoesNotBind_isRefusedAndNothingRuns(String query) {
        var answer = shop.read("cart", query);
        assertEquals("400 BAD_REQUEST", code(answer));
        assertFalse(
                error(answer).getJsonObject("details").getString("parameter").isEmpty());
        assertEquals(null, function(answer));
        assertEquals(List.of(), shop.shop.ran);
    }

    @Test
    void roles_ofOneFunction_refuseTheBundleAndNameIt() {
        var nobody = shop.read("user", "userId=x");
        assertEquals("401 UNAUTHORIZED", code(nobody));
        assertEquals("userName", function(nobody));
        var user = shop.as("user").read("user", "userId=x");
        assertEquals("403 FORBIDDEN", code(user));
        assertEquals("userSecrets", function(user));
        assertEquals("400 BAD_REQUEST", code(shop.as("user", "admin").read("user", "userId=x")));
        assertEquals(200, shop.as("user", "admin").read("user", "userId=1").status());
    }

    @Test
    void checks_severalFailing_answerInTheOrderOfTheProtocol() {
        shop.violations = List.of(new Violation(0, "", "no", "Max"));
        shop.token = new Refusal(ErrorCode.UNAUTHORIZED, "The token has expired.");
        assertEquals("401 UNAUTHORIZED", code(shop.read("nope", null)));
        shop.token = null;
        assertEquals("404 NOT_FOUND", code(shop.read("nope", "%zz")));
        assertEquals("401 UNAUTHORIZED", code(shop.read("user", "%zz")));
        assertEquals("400 BAD_REQUEST", code(shop.read("cart", "cartId=6&x=1")));
        assertEquals(List.of(), shop.guard.seen);
        var guarded = shop.read("cart", "cartId=6");
        assertEquals("403 FORBIDDEN", code(guarded));
        assertEquals("cartLines", function(guarded));
        var invalid = shop.read("cart", "cartId=5");
        assertEquals("422 VALIDATION_FAILED", code(invalid));
        assertEquals(
                "{\"fields\":{\"cartId\":[{\"constraint\":\"Max\",\"message\":\"no\"}]},\"function\":\"cartLines\"}",
                error(invalid).getJsonObject("details").toString());
        assertEquals(List.of(), shop.shop.ran);
    }

    @Test
    void applicationsOwnError_inABundle_namesTheFunctionBesideItsDetails() {
        shop.guard.seen.clear();
        var open = new ShopFixture() {
            @Override
            public boolean permits(
                    Class<? extends org.mizan.Guard> guardClass, org.mizan.Caller who, Map<String, Object> arguments) {
                return true;
            }
        };
        var answer = open.read("cart", "cartId=404");
        assertEquals("404 NO_CART", code(answer));
        assertEquals(
                "{\"cart\":404,\"function\":\"cartTotal\"}",
                error(answer).getJsonObject("details").toString());
    }

    @Test
    void clientOfAnotherSchema_isStale() {
        shop.schema = "other";
        assertEquals("409 STALE_CLIENT", code(shop.read("nope", null)));
        assertEquals("409 STALE_CLIENT", code(shop.read("cart", "old=1")));
    }
}
