package org.mizan.samples.storefront.signin;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code POST /logout}: ends the session. */
@WebServlet("/logout")
public class LogoutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!SameSite.sent(request)) {
            Pages.html(response, 403, Pages.form("This form was sent from another site."));
            return;
        }
        SignedIn.end(request);
        Pages.forgetCart(response);
        Pages.redirect(response, Pages.destination(request));
    }
}
