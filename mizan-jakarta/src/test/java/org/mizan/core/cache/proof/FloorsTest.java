package org.mizan.core.cache.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Floors only rise, and two processes see the same. */
@Timeout(120)
class FloorsTest {
    private static final int ROWS = 3;
    private static final int TURNS = 20_000;

    @TempDir
    Path folder;

    /** The other process: answers each odd version with the next even one, then raises many. */
    static final class Other {
        public static void main(String[] args) throws IOException {
            ChildJvm.endWithParent();
            Floors floors = Floors.open(Path.of(args[0]));
            takeTurns(floors, 1);
            raiseAll(floors);
        }
    }

    private static void takeTurns(Floors floors, int rest) {
        for (long version = 1; version <= TURNS; version++) {
            if (version % 2 == rest) {
                floors.raise(0, version);
            } else {
                while (floors.floor(0) < version) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    private static void raiseAll(Floors floors) {
        for (long version = 1; version <= 100_000; version++) {
            floors.raise(1, version);
            if (floors.floor(1) < version) {
                throw new AssertionError("fell to " + floors.floor(1) + " after " + version);
            }
        }
    }

    @Test
    void floors_beginWithNothing_andOnlyRise() throws IOException {
        Floors floors = Floors.create(folder.resolve("floors"), ROWS);
        assertEquals(ROWS, floors.rows());
        assertEquals(0, floors.floor(2));
        floors.raise(2, 7);
        floors.raise(2, 5);
        floors.raise(2, 7);
        assertEquals(7, floors.floor(2));
        assertEquals(0, floors.floor(1));
        assertThrows(IndexOutOfBoundsException.class, () -> floors.raise(ROWS, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> floors.floor(-1));
    }

    @Test
    void twoProcesses_seeEachOther_andNeverLowerAFloor() throws Exception {
        Path file = folder.resolve("floors");
        Floors floors = Floors.create(file, ROWS);
        try (ChildJvm other = ChildJvm.start(Other.class, file)) {
            takeTurns(floors, 0);
            raiseAll(floors);
            assertEquals(0, other.await(Duration.ofSeconds(60)), other::output);
        }
        assertEquals(TURNS, floors.floor(0));
        assertEquals(100_000, floors.floor(1));
    }
}
