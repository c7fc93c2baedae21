package org.mizan.samples.storefront.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The addresses of the front end's pages, so that links and bookmarks lead to them. All are answered with one file, whose
 * script reads the address; the routes in {@code src/main/frontend/app.tsx} are the same.
 */
@WebServlet({"", "/products/*", "/cart", "/checkout", "/orders", "/sign-in", "/prices"})
public class FrontEnd extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        // Kept, but asked for each time: it names the scripts and styles of this version.
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        request.getRequestDispatcher("/index.html").forward(request, response);
    }
}
