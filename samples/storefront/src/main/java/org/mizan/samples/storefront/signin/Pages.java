package org.mizan.samples.storefront.signin;

import jakarta.json.JsonObject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** What {@code /login} and {@code /logout} answer with; nothing of it may be kept by a cache. */
final class Pages {
    private static final Pattern OUR_PATH = Pattern.compile("/(?:[\\w.~?&=%+-][\\w.~?&=%+/-]*)?");
    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Sign in</title></head>
            <body>
            %s</body>
            </html>
            """;

    private Pages() {}

    static String form(String problem) {
        return FRAME.formatted("""
                <h1>Sign in</h1>
                <p role="alert">%s</p>
                <form method="post" action="login">
                <p><label>Customer number, or admin: <input name="name" autocomplete="username" required></label></p>
                <p><label>Password: <input name="password" type="password" autocomplete="current-password" required></label></p>
                <p><button>Sign in</button></p>
                </form>
                """.formatted(problem));
    }

    static String signedIn(SignedIn caller) {
        return FRAME.formatted("""
                <h1>Signed in as %s</h1>
                <form method="post" action="logout"><p><button>Sign out</button></p></form>
                """.formatted(escaped(caller.name())));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static void html(HttpServletResponse response, int status, String page) throws IOException {
        send(response, status, "text/html", page);
    }

    static void json(HttpServletResponse response, int status, JsonObject body) throws IOException {
        send(response, status, "application/json", body.toString());
    }

    /** Where the form asks to go on: a page of ours, and no other site's. */
    static String destination(HttpServletRequest request) {
        String to = request.getParameter("to");
        return request.getContextPath() + (to != null && OUR_PATH.matcher(to).matches() ? to : "/login");
    }

    /** The cart is the customer's who leaves, not the browser's. */
    static void forgetCart(HttpServletResponse response) {
        Cookie cart = new Cookie("cart", "");
        cart.setPath("/");
        cart.setMaxAge(0);
        response.addCookie(cart);
    }

    /** To be followed by GET. */
    static void redirect(HttpServletResponse response, String path) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", path);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }

    private static void send(HttpServletResponse response, int status, String type, String body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; form-action 'self'; frame-ancestors 'none'");
        response.getWriter().write(body);
    }
}
