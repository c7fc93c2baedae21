package org.mizan.it.app.prerender;

import org.mizan.ReactContext;

/** One product. */
public final class ProductContext implements ReactContext {}
