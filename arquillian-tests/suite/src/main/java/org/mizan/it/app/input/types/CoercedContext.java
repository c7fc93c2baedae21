package org.mizan.it.app.input.types;

import org.mizan.ReactContext;

/** Parameters of every type that has a text. */
public final class CoercedContext implements ReactContext {}
