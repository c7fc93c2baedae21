package org.mizan.it.app.people;

import org.mizan.ReactContext;

/** What is shown of one user. */
public final class UserContext implements ReactContext {}
