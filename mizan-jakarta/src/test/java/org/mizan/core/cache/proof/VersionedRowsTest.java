package org.mizan.core.cache.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The database is one for all processes, and its transactions are ones. */
@Timeout(120)
class VersionedRowsTest {
    private static final int UPDATES = 200;

    private final VersionedRows rows = VersionedRows.start(6, 2, 4);

    @AfterEach
    void stop() {
        rows.close();
    }

    /** The other process: updates a row many times, or leaves a transaction open until it is killed. */
    static final class Other {
        public static void main(String[] args) throws InterruptedException {
            ChildJvm.endWithParent();
            try (VersionedRows rows = VersionedRows.connect(Integer.parseInt(args[0]), 2)) {
                if (args[1].equals("hang")) {
                    rows.update(5);
                    try (var change = rows.begin(0)) {
                        System.out.println("open " + change.versions()[0]);
                        Thread.sleep(Long.MAX_VALUE);
                    }
                }
                for (int i = 0; i < UPDATES; i++) {
                    rows.update(3, 1);
                }
            }
        }
    }

    @Test
    void update_committed_isRead() {
        assertEquals(0, rows.read(4));
        assertEquals(1, rows.update(4));
        assertEquals(2, rows.update(4));
        assertArrayEquals(new long[] {3, 1, 3}, rows.update(4, 2, 4));
        assertEquals(3, rows.read(4));
        assertEquals(Map.of(0, 0L, 2, 1L, 4, 3L), rows.readOwner(0));
        assertEquals(Map.of(1, 0L, 3, 0L, 5, 0L), rows.readOwner(1));
        assertThrows(IllegalStateException.class, () -> rows.read(6));
        assertThrows(IllegalStateException.class, () -> rows.update(6));
    }

    @Test
    void update_rolledBack_isNothing() {
        for (int i = 0; i < 10; i++) {
            rows.updateAndRollBack(0, 1);
        }
        assertEquals(0, rows.read(0));
        assertEquals(1, rows.update(0));
    }

    @Test
    void openChange_isSeenByNobody_untilItsCommit() {
        try (var change = rows.begin(0)) {
            assertArrayEquals(new long[] {1}, change.versions());
            assertEquals(0, rows.read(0));
            change.commit();
        }
        assertEquals(1, rows.read(0));
    }

    @Test
    void changes_moreThanConnections_giveEachBack() {
        for (int i = 0; i < 20; i++) {
            assertThrows(IllegalStateException.class, () -> rows.begin(17));
            rows.begin(0).close();
        }
        assertEquals(0, rows.read(0));
    }

    @Test
    void updatesOfThreadsAndOfAnotherProcess_areAllCounted() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try (ChildJvm other = ChildJvm.start(Other.class, rows.port(), "update")) {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                all.add(threads.submit(() -> {
                    for (int i = 0; i < UPDATES; i++) {
                        rows.update(1, 3);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
            assertEquals(0, other.await(Duration.ofSeconds(60)), other::output);
            assertEquals(9 * UPDATES, rows.read(1));
            assertEquals(9 * UPDATES, rows.read(3));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void transactionOfAKilledProcess_isRolledBack() throws Exception {
        try (ChildJvm other = ChildJvm.start(Other.class, rows.port(), "hang")) {
            while (!other.output().contains("open 1")) {
                assertTrue(other.process().isAlive(), other::output);
                Thread.sleep(10);
            }
            assertEquals(0, rows.read(0));
            other.kill();
            assertEquals(1, rows.update(0));
            assertEquals(1, rows.read(5));
        }
    }
}
