package org.mizan.bench.cache;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mizan.bench.Spread;

/** Single operations timed in blocks, so that two kinds of them can alternate. */
final class Timing {
    private final Block block;
    private final List<long[]> blocks = new ArrayList<>();

    /** Times some operations of one kind. */
    @FunctionalInterface
    interface Block {
        /** Nanoseconds of each. */
        long[] run(int operations);
    }

    private Timing(Block block) {
        this.block = block;
    }

    /** Operations that are all alike. */
    static Timing of(Runnable operation) {
        return ofBlocks(operations -> {
            var nanos = new long[operations];
            for (int i = 0; i < operations; i++) {
                long start = System.nanoTime();
                operation.run();
                nanos[i] = System.nanoTime() - start;
            }
            return nanos;
        });
    }

    static Timing ofBlocks(Block block) {
        return new Timing(block);
    }

    /** A B C A B C …, after blocks of each that do not count. */
    static void alternate(int warmUps, int rounds, int operations, Timing... kinds) {
        for (int round = -warmUps; round < rounds; round++) {
            for (var kind : kinds) {
                var nanos = kind.block.run(operations);
                Arrays.sort(nanos);
                if (round >= 0) {
                    kind.blocks.add(nanos);
                }
            }
        }
    }

    /** Microseconds at a quantile: of all operations, between the lowest and the highest block. */
    Spread micros(double quantile) {
        var ofBlocks = Spread.of(
                blocks.stream().map(nanos -> at(nanos, quantile) / 1e3).toList());
        var all = blocks.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Spread(at(all, quantile) / 1e3, ofBlocks.low(), ofBlocks.high());
    }

    /**
     * How many times that of the other: the median of neighbouring blocks, since a neighbour's load that comes and goes
     * falls on both blocks of a pair, yet moves the medians of all operations by whole modes.
     */
    Spread times(Timing other, double quantile) {
        var ofBlocks = new ArrayList<Double>();
        for (int i = 0; i < blocks.size(); i++) {
            ofBlocks.add((double) at(blocks.get(i), quantile) / at(other.blocks.get(i), quantile));
        }
        return Spread.of(ofBlocks);
    }

    private static long at(long[] sorted, double quantile) {
        return sorted[(int) (quantile * (sorted.length - 1))];
    }
}
