package org.mizan.it.app.prerender;

import org.mizan.ReactContext;

/** What a page may add. */
public final class OtherContext implements ReactContext {}
