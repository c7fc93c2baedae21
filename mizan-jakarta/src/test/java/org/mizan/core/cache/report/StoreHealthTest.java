package org.mizan.core.cache.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mizan.core.cache.MovingClock;
import org.mizan.spi.StoreException;

/** What the log says while a store is down, and how readers are spared. */
class StoreHealthTest {
    private final List<String> log = new ArrayList<>();
    private final Logger logger = Logger.getLogger(StoreHealth.class.getName());
    private final MovingClock clock = new MovingClock();
    private final CacheCounters counters = new CacheCounters();
    private final StoreHealth health = new StoreHealth(clock, counters);
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            log.add(entry.getMessage().substring(0, 11));
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(handler);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            health.failed(new StoreException("down", new IOException("refused")));
        }
    }

    @Test
    void outage_warnsOnceAMinute_andSaysOnceThatItIsOver() {
        fail(100);
        assertEquals(List.of("MIZAN-00520"), log);
        clock.pass(Duration.ofSeconds(59));
        fail(1);
        assertEquals(1, log.size());
        clock.pass(Duration.ofSeconds(1));
        fail(2);
        assertEquals(List.of("MIZAN-00520", "MIZAN-00520"), log);
        health.succeeded();
        health.succeeded();
        assertEquals(List.of("MIZAN-00520", "MIZAN-00520", "MIZAN-00521"), log);
        assertEquals(103, counters.snapshot().storeErrors());
    }

    @Test
    void flappingStore_isWarnedOfOnceAMinute() {
        for (int i = 0; i < 10; i++) {
            fail(1);
            health.succeeded();
        }
        assertEquals(List.of("MIZAN-00520", "MIZAN-00521"), log);
    }

    @Test
    void threeFailuresInARow_giveReadersASecondOfRest_thenOneTries() {
        fail(2);
        assertFalse(health.resting());
        fail(1);
        assertTrue(health.resting());
        clock.pass(Duration.ofSeconds(1));
        assertFalse(health.resting(), "one tries");
        assertTrue(health.resting(), "the others do not");
        health.succeeded();
        assertFalse(health.resting());
    }
}
