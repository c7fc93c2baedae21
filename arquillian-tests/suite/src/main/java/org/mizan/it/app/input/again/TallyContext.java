package org.mizan.it.app.input.again;

import org.mizan.ReactContext;

/** One tally. */
public final class TallyContext implements ReactContext {}
