package org.mizan.samples.storefront.web;

import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.mizan.PageContexts;
import org.mizan.samples.storefront.cart.CartContext;
import org.mizan.samples.storefront.visitor.VisitorContext;

/** What all pages have: the address that was asked for, who is looking, and their cart. The browser asks for nothing more. */
abstract class ShopPage {

    @Inject
    Models models;

    @Inject
    PageContexts contexts;

    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    /** The view, with what every page shows. A cart that is somebody else's is left out by its guard. */
    String page(String view) {
        URI asked = uri.getRequestUri();
        String query = asked.getRawQuery();
        models.put("address", query == null ? asked.getRawPath() : asked.getRawPath() + "?" + query);
        contexts.add(VisitorContext.class, Map.of());
        cart().ifPresent(id -> {
            models.put("cartId", id);
            contexts.add(CartContext.class, Map.of("cartId", id));
        });
        return view;
    }

    /** The cart that this browser has, as it says. */
    Optional<UUID> cart() {
        return Optional.ofNullable(headers.getCookies().get(CartCookie.NAME))
                .flatMap(cookie -> CartCookie.id(Objects.toString(cookie.getValue(), "")));
    }
}
