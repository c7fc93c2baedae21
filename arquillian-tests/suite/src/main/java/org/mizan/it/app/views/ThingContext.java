package org.mizan.it.app.views;

import org.mizan.ReactContext;

/** What is shown of one thing. */
public final class ThingContext implements ReactContext {}
