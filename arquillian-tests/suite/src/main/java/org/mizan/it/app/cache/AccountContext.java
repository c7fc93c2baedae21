package org.mizan.it.app.cache;

import org.mizan.ReactContext;

/** A page of one user's account. */
public final class AccountContext implements ReactContext {}
