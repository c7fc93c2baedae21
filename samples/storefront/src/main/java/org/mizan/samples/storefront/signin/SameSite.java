package org.mizan.samples.storefront.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/**
 * Whether a form was sent from one of our own pages, as the browser tells.
 *
 * <p>Another site could otherwise sign a visitor in as somebody whose account its owner reads, or sign them out.
 */
final class SameSite {

    private SameSite() {}

    /** Browsers send {@code Sec-Fetch-Site}, older ones {@code Origin}; programs that send neither follow no foreign form. */
    static boolean sent(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin == null || isOurs(origin, request.getHeader("Host"));
    }

    private static boolean isOurs(String origin, String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
