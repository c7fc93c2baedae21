package org.mizan.samples.storefront.web;

import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import java.util.UUID;

/** The cart's id in the browser. Scripts read and write it, too ({@code lib/cart.tsx}); whose the cart is, the guard knows. */
final class CartCookie {
    static final String NAME = "cart";
    private static final int THIRTY_DAYS = 30 * 24 * 60 * 60;

    private CartCookie() {}

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static NewCookie of(UUID cart) {
        return new NewCookie.Builder(NAME)
                .value(cart.toString())
                .path("/")
                .maxAge(THIRTY_DAYS)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
