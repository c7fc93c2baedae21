package org.mizan.cdi.interceptor;

import org.mizan.core.protocol.TargetSet;

/** A bean that hears what became stale in this process, after the commit and after the origin cache. Thread-safe. */
@FunctionalInterface
public interface StaleListener {

    /** These became stale. Neither waits nor throws. */
    void stale(TargetSet targets);
}
