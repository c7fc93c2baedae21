package org.mizan.it.app.routes;

import org.mizan.ReactContext;

/** What is shown of one order. */
public final class OrderContext implements ReactContext {}
