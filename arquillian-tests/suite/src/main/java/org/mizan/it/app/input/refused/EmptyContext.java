package org.mizan.it.app.input.refused;

import org.mizan.ReactContext;

/** A context that has none. */
public final class EmptyContext implements ReactContext {}
