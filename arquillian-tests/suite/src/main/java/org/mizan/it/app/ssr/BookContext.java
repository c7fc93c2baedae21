package org.mizan.it.app.ssr;

import org.mizan.ReactContext;

/** One book. */
public final class BookContext implements ReactContext {}
