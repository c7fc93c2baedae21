package org.mizan.ssr.mvc;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.mvc.security.Csrf;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.mizan.spi.PageAttributes;

/** Says that there is no protection against forged forms while a page is rendered that everybody gets. */
@Interceptor
@SharedPage
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class TokenlessPages {
    @Inject
    HttpServletRequest request;

    /** Answers, or asks on. */
    @AroundInvoke
    public @Nullable Object answer(InvocationContext context) throws Exception {
        return isForEverybody() ? Csrf.CsrfOptions.OFF : context.proceed();
    }

    private boolean isForEverybody() {
        try {
            return request.getAttribute(PageAttributes.PRERENDERING) != null;
        } catch (ContextNotActiveException | IllegalStateException e) {
            // Krazo asks outside of a request.
            return false;
        }
    }
}
