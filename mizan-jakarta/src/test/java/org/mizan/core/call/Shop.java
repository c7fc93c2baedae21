package org.mizan.core.call;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mizan.Caller;
import org.mizan.Client;
import org.mizan.Guard;
import org.mizan.Guarded;
import org.mizan.MizanException;
import org.mizan.Param;
import org.mizan.ReactContext;
import org.mizan.Route;

/** An application for the tests of this package. */
public class Shop {

    public static final class CartContext implements ReactContext {}

    public static final class UserContext implements ReactContext {}

    public static final class EmptyContext implements ReactContext {}

    public enum Size {
        SMALL,
        LARGE
    }

    public record Address(String zip) {}

    public record Unwritable(int a) {
        public String getText() {
            throw new IllegalStateException("secret of an accessor");
        }
    }

    /** Lets only the owner of cart 5 pass, and keeps what it saw. */
    public static class OwnCart implements Guard {
        final List<Map<String, Object>> seen = new ArrayList<>();

        @Override
        public boolean permits(Caller caller, Map<String, Object> arguments) {
            seen.add(arguments);
            return Long.valueOf(5).equals(arguments.get("cartId"));
        }
    }

    final List<String> ran = new ArrayList<>();

    @Client(context = CartContext.class)
    @Guarded(OwnCart.class)
    public Map<String, Integer> cartLines(long cartId, @Param(defaultValue = "1") int page) {
        ran.add("cartLines");
        return Map.of("b", page, "a", (int) cartId);
    }

    @Client(context = CartContext.class)
    public String cartTotal(long cartId, Optional<Size> size, Optional<List<String>> tags) {
        ran.add("cartTotal");
        if (cartId == 404) {
            throw new MizanException(404, "NO_CART", "No such cart.", Map.of("cart", cartId));
        }
        return "1.50";
    }

    @Client(context = UserContext.class)
    @RolesAllowed("user")
    public String userName(long userId) {
        return "Ada";
    }

    @Client(context = UserContext.class)
    @RolesAllowed("admin")
    public String userSecrets(long userId) {
        return "x";
    }

    @Client(affects = CartContext.class, affectsFunctions = "userName")
    public void change(
            long cartId,
            Optional<Size> size,
            @Nullable List<String> tags,
            @Param(defaultValue = "3") int page,
            double unused) {}

    @Client
    public String echo(String text, Optional<Address> address) {
        ran.add("echo");
        return text;
    }

    @Client
    public void nothing() {
        ran.add("nothing");
    }

    @Client(internal = true)
    @DenyAll
    public void hidden(int must) {}

    @Client
    @RolesAllowed("admin")
    @Guarded(OwnCart.class)
    public String administer(long cartId) {
        ran.add("administer");
        return "done";
    }

    @Client
    @RolesAllowed("**")
    public String signedIn() {
        return "in";
    }

    @Client
    @DenyAll
    public String nobody() {
        return "never";
    }

    @Client
    public String fails(String how) throws Exception {
        switch (how) {
            case "application" -> throw new MizanException(409, "OUT_OF_STOCK", "Sold out.", Map.of("left", 0));
            case "big" -> throw new MizanException(400, "BIG", "Big.", Map.of("id", Long.MAX_VALUE));
            case "surrogate" -> throw new MizanException(400, "ODD", "half \uD800 pair");
            case "checked" -> throw new java.io.IOException("secret password");
            case "error" -> throw new AssertionError("secret assertion");
            default -> throw new IllegalStateException("secret state");
        }
    }

    @Client
    public Unwritable unwritable() {
        return new Unwritable(1);
    }

    @Client
    public Response view() {
        return Response.ok().build();
    }

    @Client(internal = true)
    @Route(
            path = "/hooks/{shop}",
            methods = {"POST", "GET"})
    @Guarded(OwnCart.class)
    public String hook(String shop, long cartId, Optional<Address> address) {
        ran.add("hook");
        return shop;
    }

    @Client
    @Route(path = "/silent")
    public void silent() {}

    @Client
    @RolesAllowed("admin")
    @Route(path = "/admin")
    public String admin(int n) {
        return "a";
    }
}
