package org.mizan.it.app.input.refused;

import org.mizan.ReactContext;

/** A context that has functions. */
public final class KnownContext implements ReactContext {}
