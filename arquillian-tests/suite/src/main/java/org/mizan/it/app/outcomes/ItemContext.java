package org.mizan.it.app.outcomes;

import org.mizan.ReactContext;

/** What is shown of one item. */
public final class ItemContext implements ReactContext {}
