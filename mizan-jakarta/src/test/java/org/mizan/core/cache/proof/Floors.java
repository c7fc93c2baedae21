package org.mizan.core.cache.proof;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * For each row, the highest version of which some mutation was already answered, shared by the processes of a test in
 * a file that all of them map into their memory.
 *
 * <p>The oracle of staleness: {@link #raise} when a mutation has been answered, ask {@link #floor} before a read
 * starts; a read that returns less than that floor is stale. No clocks are compared, and no read that merely overlaps
 * a mutation is blamed. The floors outlive a process that is killed. Thread-safe, and across processes too.
 */
public final class Floors {
    private static final VarHandle LONGS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final ByteBuffer memory;

    private Floors(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size());
        }
    }

    /** Makes the file, or empties it, with the floor 0 for each row. Before any other process opens it. */
    public static Floors create(Path file, int rows) throws IOException {
        Files.write(file, new byte[Math.multiplyExact(rows, Long.BYTES)]);
        return new Floors(file);
    }

    /** Opens the file that another process has made. */
    public static Floors open(Path file) throws IOException {
        return new Floors(file);
    }

    /** How many rows there are, numbered from 0. */
    public int rows() {
        return memory.capacity() / Long.BYTES;
    }

    /** What a read of this row that starts after this call must return at least. */
    public long floor(int row) {
        return (long) LONGS.getVolatile(memory, row * Long.BYTES);
    }

    /** Says that a mutation which made this version has been answered. A lower version than the floor changes nothing. */
    public void raise(int row, long version) {
        long now = floor(row);
        while (now < version && !LONGS.compareAndSet(memory, row * Long.BYTES, now, version)) {
            now = floor(row);
        }
    }
}
