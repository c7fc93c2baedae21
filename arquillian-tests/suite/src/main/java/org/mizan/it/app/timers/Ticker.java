package org.mizan.it.app.timers;

import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.mizan.it.app.outcomes.Inner;
import org.mizan.it.app.outcomes.Plain;
import org.mizan.it.app.outcomes.Rows;
import org.mizan.it.app.outcomes.Threads;

/** Calls functions from a timer, where there is no request. */
@Singleton
public class Ticker {
    @Inject
    private Inner inner;

    @Inject
    private Plain plain;

    @Inject
    private Rows rows;

    @Resource
    private TimerService timers;

    /** Begins a timer that soon leaves a row of its own beside that of the item: what it met. */
    public void start(long id) {
        timers.createSingleActionTimer(10, new TimerConfig(id, false));
    }

    @Timeout
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void tick(Timer timer) {
        long id = (Long) timer.getInfo();
        rows.write(-id, Threads.outcome(() -> {
            inner.joined(id);
            inner.notSupported(id);
            plain.add(id, true);
            plain.addAtOnce(id);
        }));
    }
}
