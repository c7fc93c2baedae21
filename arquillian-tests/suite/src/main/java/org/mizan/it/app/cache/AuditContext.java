package org.mizan.it.app.cache;

import org.mizan.ReactContext;

/** What auditors see of a user. */
public final class AuditContext implements ReactContext {}
