package org.mizan.spi;

/** The attributes of a request by which those who render a page and those who keep it understand each other. */
public final class PageAttributes {
    /** Set while a page is rendered that may be kept: it must have nothing in it that is for one visitor. */
    public static final String PRERENDERING = "org.mizan.prerendering";
    /** Set by whoever rendered a page that is not to be kept: it is not finished, or for one visitor. */
    public static final String UNFINISHED = "org.mizan.page.unfinished";

    private PageAttributes() {}
}
