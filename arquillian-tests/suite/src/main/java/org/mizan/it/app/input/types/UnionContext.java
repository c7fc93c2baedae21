package org.mizan.it.app.input.types;

import org.mizan.ReactContext;

/** Its functions take different parameters. */
public final class UnionContext implements ReactContext {}
