package org.mizan.bench.scale;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.mizan.bench.Spread;

/**
 * What one operation costs the thread that runs it, for each of several sizes, the smallest first.
 *
 * @param time nanoseconds of the processor, which neighbours disturb less than those of the clock
 * @param allocation bytes
 * @param timeGrowth the largest size against the smallest: the median of neighbouring blocks
 * @param allocationGrowth the same in bytes
 */
record Costs(List<Spread> time, List<Spread> allocation, Spread timeGrowth, Spread allocationGrowth) {
    Costs {
        time = List.copyOf(time);
        allocation = List.copyOf(allocation);
    }

    /** A B C A B C … in blocks, after blocks that do not count. */
    static Costs alternate(int warmUps, int rounds, int operations, List<Runnable> sizes) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var times = new ArrayList<List<Double>>();
        var allocations = new ArrayList<List<Double>>();
        sizes.forEach(size -> {
            times.add(new ArrayList<>());
            allocations.add(new ArrayList<>());
        });
        for (int round = -warmUps; round < rounds; round++) {
            for (int i = 0; i < sizes.size(); i++) {
                var size = sizes.get(i);
                long allocated = threads.getCurrentThreadAllocatedBytes();
                long start = threads.getCurrentThreadCpuTime();
                for (int n = 0; n < operations; n++) {
                    size.run();
                }
                long nanos = threads.getCurrentThreadCpuTime() - start;
                long bytes = threads.getCurrentThreadAllocatedBytes() - allocated;
                if (round >= 0) {
                    times.get(i).add((double) nanos / operations);
                    allocations.get(i).add((double) bytes / operations);
                }
            }
        }
        return new Costs(
                times.stream().map(Spread::of).toList(),
                allocations.stream().map(Spread::of).toList(),
                growth(times),
                growth(allocations));
    }

    private static Spread growth(List<List<Double>> sizes) {
        var smallest = sizes.get(0);
        var largest = sizes.get(sizes.size() - 1);
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < smallest.size(); i++) {
            ratios.add(largest.get(i) / smallest.get(i));
        }
        return Spread.of(ratios);
    }
}
