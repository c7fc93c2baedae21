package org.mizan.it.app.views;

/** What {@link TeapotMapper} answers with 418. */
public class Teapot extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
