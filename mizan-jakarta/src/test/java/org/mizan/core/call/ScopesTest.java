package org.mizan.core.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mizan.ReactContext;

/** PROTOCOL §6.1: from arguments and code to targets. */
class ScopesTest {
    private final Scopes scopes = new ShopFixture().pipeline.scopes();

    private String change(@Nullable Object... arguments) {
        return scopes.of(ShopFixture.REGISTRY.function("change").orElseThrow(), arguments)
                .toHeader();
    }

    @Test
    void sharedArguments_becomeTheScope() {
        assertEquals(
                "cart;cartId=5;page=2;size=LARGE;tags=%5B%22a%22%2C%22b%22%5D, user.userName",
                change(5L, Optional.of(Shop.Size.LARGE), List.of("a", "b"), 2, 0.5));
    }

    @Test
    void absentNullAndEmpty_areLeftOut_defaultsAreNot() {
        assertEquals("cart;cartId=5;page=3, user.userName", change(5L, Optional.empty(), List.of(), null, 0.5));
        assertEquals("cart;cartId=5;page=3, user.userName", change(5L, null, null, 3, Double.NaN));
    }

    @Test
    void functionWithoutAffects_hasNoTargets() {
        assertTrue(scopes.of(ShopFixture.REGISTRY.function("nothing").orElseThrow(), new Object[0])
                .isEmpty());
    }

    private String added(Map<String, ?> scope) {
        return scopes.target(Shop.CartContext.class, scope).toHeader();
    }

    @Test
    void programmaticTarget_keepsItsValues() {
        assertEquals("cart", added(Map.of()));
        assertEquals("cart;cartId=5", added(Map.of("cartId", 5)));
        assertEquals("cart;cartId=5", added(Map.of("cartId", new BigInteger("5"))));
        assertEquals(
                "cart;cartId=5", added(Map.of("cartId", Optional.of(5L), "tags", List.of(), "size", Optional.empty())));
        assertEquals("cart;page=1", added(Map.of("page", OptionalInt.of(1))));
        assertEquals("cart;size=SMALL", added(Map.of("size", Shop.Size.SMALL)));
        assertEquals("cart;tags=%5B%22a%22%5D", added(Map.of("tags", new String[] {"a"})));
        assertEquals(
                "user.userName;userId=1",
                scopes.functionTarget("userName", Map.of("userId", 1)).toHeader());
    }

    private void refused(String code, String named, Runnable adding) {
        var refused = assertThrows(IllegalArgumentException.class, adding::run);
        var message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith(code) && message.contains(named), message);
    }

    @Test
    void programmaticTarget_ofAnUnknownContext_isRefused610() {
        Class<? extends ReactContext> empty = Shop.EmptyContext.class;
        refused("MIZAN-00610", empty.getName(), () -> scopes.target(empty, Map.of()));
    }

    @Test
    void programmaticTarget_ofAnUnknownFunction_isRefused611() {
        refused("MIZAN-00611", "'nope'", () -> scopes.functionTarget("nope", Map.of()));
        refused("MIZAN-00611", "'echo'", () -> scopes.functionTarget("echo", Map.of()));
    }

    @Test
    void programmaticTarget_withAnUnknownParameter_isRefused612() {
        refused("MIZAN-00612", "'userId'", () -> added(Map.of("userId", 5)));
    }

    @Test
    void programmaticTarget_withAnotherType_isRefused613() {
        for (var value : List.<Object>of("5", 5.0, 'x', new Object(), List.of(5), Optional.of("5"), Shop.Size.SMALL)) {
            refused("MIZAN-00613", "'cartId'", () -> added(Map.of("cartId", value)));
        }
        for (var value : List.<Object>of("a", List.of(1), Arrays.asList("a", null), new int[] {1})) {
            refused("MIZAN-00613", "'tags'", () -> added(Map.of("tags", value)));
        }
        refused("MIZAN-00613", "'size'", () -> added(Map.of("size", "SMALL")));
    }
}
