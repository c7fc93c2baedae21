package org.mizan.it.app.outcomes;

import org.mizan.ReactContext;

/** A second context with the same parameter. */
public final class OtherContext implements ReactContext {}
