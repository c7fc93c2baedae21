package org.mizan.it.app.edge;

import org.mizan.ReactContext;

/** See {@link Reads}. */
public final class OwnContext implements ReactContext {}
