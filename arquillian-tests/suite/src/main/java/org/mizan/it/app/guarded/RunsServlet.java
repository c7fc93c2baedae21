package org.mizan.it.app.guarded;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells the tests what ran. */
@WebServlet("/runs")
public class RunsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Runs runs;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write(String.join("\n", runs.take()));
    }
}
