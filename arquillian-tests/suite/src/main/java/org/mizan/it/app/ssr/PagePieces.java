package org.mizan.it.app.ssr;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.FilterOutputStream;
import java.io.IOException;

/** An interceptor of the application's own: counts the pieces in which pages come. */
@Provider
@ApplicationScoped
public class PagePieces implements WriterInterceptor {
    static final String NAME = "pieces";

    @Inject
    PageRuns runs;

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (!(context.getEntity() instanceof String)) {
            context.setOutputStream(new FilterOutputStream(context.getOutputStream()) {
                @Override
                public void write(int b) throws IOException {
                    runs.next(NAME);
                    out.write(b);
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    runs.next(NAME);
                    out.write(bytes, from, length);
                }
            });
        }
        context.proceed();
    }
}
