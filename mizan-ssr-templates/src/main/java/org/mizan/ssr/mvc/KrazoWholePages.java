package org.mizan.ssr.mvc;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Hands a view's page to Jakarta REST in one piece.
 *
 * <p>Krazo (3.0.1, {@code ViewableWriter}) gives a view engine a stream that passes on each byte alone, whatever was
 * written to it: seen on WildFly, a page of 34 KB went through five streams 34,000 times, some of them synchronized. The
 * entity is known by its class's name; where it is not there, or named otherwise, pages go byte by byte as before, and so
 * they do in an application that lists its classes and not this one.
 */
@Provider
@Priority(Integer.MAX_VALUE)
public class KrazoWholePages implements WriterInterceptor {
    private static final String ENTITY = "org.eclipse.krazo.engine.Viewable";

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (context.getType() == null || !context.getType().getName().equals(ENTITY)) {
            context.proceed();
            return;
        }
        var pieces = new Pieces(context.getOutputStream());
        context.setOutputStream(pieces);
        context.proceed();
        pieces.pass();
    }

    /** Collects single bytes. Not thread-safe. */
    private static final class Pieces extends OutputStream {
        private static final int SIZE = 1 << 16;

        private final OutputStream out;
        private final byte[] piece = new byte[SIZE];
        private int count;

        Pieces(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            if (count == SIZE) {
                pass();
            }
            piece[count++] = (byte) b;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            pass();
            out.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            pass();
            out.flush();
        }

        @Override
        public void close() throws IOException {
            pass();
            out.close();
        }

        /** Nothing, for a view that wrote nothing: whoever answers in its place has done so. */
        void pass() throws IOException {
            int collected = count;
            count = 0;
            if (collected > 0) {
                out.write(piece, 0, collected);
            }
        }
    }
}
