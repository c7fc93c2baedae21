package org.mizan.it.app.ssr;

import org.mizan.ReactContext;

/** The books of a shelf, which pages add. */
public final class ShelfContext implements ReactContext {}
