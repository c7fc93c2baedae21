package org.mizan.cdi.route;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** The response to a {@code HEAD}: the headers of a {@code GET} and nothing else. Payara would send the body too. */
final class HeadResponse extends HttpServletResponseWrapper {

    HeadResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new Nowhere();
    }

    private static final class Nowhere extends ServletOutputStream {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("there is nothing to wait for");
        }

        @Override
        public void write(int octet) {
            // goes nowhere
        }

        @Override
        public void write(byte[] octets, int from, int length) {
            // goes nowhere
        }
    }
}
