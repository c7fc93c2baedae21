package org.mizan;

/** The context {@code global}: what every page shows, fetched once by each client. */
public final class GlobalContext implements ReactContext {
    private GlobalContext() {}
}
