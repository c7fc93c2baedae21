package org.mizan.it.app.input;

import org.mizan.ReactContext;

/** One of its functions fails half-way. */
public final class BrokenContext implements ReactContext {}
