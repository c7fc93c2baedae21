package org.mizan.it.app.input;

import org.mizan.ReactContext;

/** Numbers of every kind, by query. */
public final class NumbersContext implements ReactContext {}
