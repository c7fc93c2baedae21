package org.mizan.it.app.input.types;

import org.mizan.ReactContext;

/** Everything that could come out in another order. */
public final class OrderContext implements ReactContext {}
