package org.mizan.it.app.guarded;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Ends the slow calls, without being a call itself. */
@WebServlet("/end")
public class EndServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Whoami whoami;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        try {
            whoami.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
