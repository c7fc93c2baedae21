package org.mizan.it.app.cache;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.io.IOException;

/**
 * With {@code X-Test-Write: 5;draft} the whole request is one transaction, which begins with a write and is rolled
 * back: what a controller does that reads a context in the middle of its work.
 */
@WebFilter("/*")
public class TransactionFilter implements Filter {
    @Resource(lookup = "java:comp/UserTransaction")
    private UserTransaction transaction;

    @Inject
    private Rows rows;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var write = ((HttpServletRequest) request).getHeader("X-Test-Write");
        if (write == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            transaction.begin();
            var parts = write.split(";");
            rows.write(Long.parseLong(parts[0]), parts[1]);
            chain.doFilter(request, response);
            transaction.rollback();
        } catch (NotSupportedException | SystemException e) {
            throw new ServletException(e);
        }
    }
}
