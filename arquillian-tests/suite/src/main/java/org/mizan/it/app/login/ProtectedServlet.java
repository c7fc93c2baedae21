package org.mizan.it.app.login;

import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What only those who have signed in see: asking for it leads to the form. */
@WebServlet("/members")
@ServletSecurity(@HttpConstraint(rolesAllowed = {"user", "admin"}))
public class ProtectedServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print("Hello, " + request.getRemoteUser());
    }
}
