package org.mizan.it.app.input.types;

import org.mizan.ReactContext;

/** One of its functions refuses. */
public final class FailingContext implements ReactContext {}
