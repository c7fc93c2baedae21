package org.mizan.it.app.input;

import org.mizan.ReactContext;

/** One entry of the ledger. */
public final class EntryContext implements ReactContext {}
