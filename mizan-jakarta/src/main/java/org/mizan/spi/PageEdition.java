package org.mizan.spi;

/**
 * Tells what finished pages are made of, beside data: their views and what their tags name. Pages that are kept under
 * another edition are not shown. Every bean with this type counts.
 */
public interface PageEdition {

    /** The edition, the same on all nodes that render the same pages; asked for with each request for a page. */
    String current();
}
