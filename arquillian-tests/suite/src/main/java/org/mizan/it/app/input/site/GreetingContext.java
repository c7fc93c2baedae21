package org.mizan.it.app.input.site;

import org.mizan.ReactContext;

/** How one is greeted here. */
public final class GreetingContext implements ReactContext {}
