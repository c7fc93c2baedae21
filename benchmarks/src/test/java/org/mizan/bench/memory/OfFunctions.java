package org.mizan.bench.memory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mizan.bench.Curve;
import org.mizan.bench.Figures;
import org.mizan.bench.Spread;
import org.mizan.bench.scale.LargeApplication;
import org.mizan.bench.scale.LargeRegistry;

/** What functions and contexts keep on the heap, and how long their classes take to be read. */
final class OfFunctions {
    /** So many at once, so that what else the heap does hardly counts. */
    private static final int COPIES = 8;

    private static final int BUILDS = 9;

    private OfFunctions() {}

    static void measure(Figures figures) throws IOException, InterruptedException, ReflectiveOperationException {
        var sizes = List.of(1_000, 2_000, 5_000);
        var heap = new ArrayList<Curve.Point>();
        var times = new ArrayList<Curve.Point>();
        var perThousand = new ArrayList<Spread>();
        for (int functions : sizes) {
            var classes = LargeApplication.classes(new LargeRegistry(functions, functions / 10));
            var bytes = heap(classes, functions);
            figures.plain("memory.heap-per-1000-functions-of-" + functions, bytes, "KB");
            heap.add(new Curve.Point(functions, bytes.middle() * functions / 1_000 / 1_024));
            var millis = build(classes, functions);
            perThousand.add(millis);
            figures.plain("memory.build-per-1000-functions-of-" + functions, millis, "ms");
            times.add(new Curve.Point(functions, millis.middle() * functions / 1_000));
        }
        var first = perThousand.get(0).middle();
        var last = perThousand.get(perThousand.size() - 1);
        figures.atMost(
                "memory.build-growth",
                new Spread(last.middle() / first, last.low() / first, last.high() / first),
                1.5,
                "x");
        figures.curve("memory.heap-by-functions", "functions", "heap, MB", heap.toArray(Curve.Point[]::new));
        figures.curve(
                "memory.build-by-functions",
                "functions",
                "building the registry, ms",
                times.toArray(Curve.Point[]::new));
        var contexts = LargeApplication.classes(new LargeRegistry(10_010, 10_000));
        var without = LargeApplication.classes(new LargeRegistry(10_010, 10));
        var more = heap(contexts, 10_000);
        var less = heap(without, 10_000);
        figures.plain(
                "memory.heap-per-1000-contexts",
                new Spread(more.middle() - less.middle(), more.low() - less.high(), more.high() - less.low()),
                "KB");
    }

    /** Kilobytes for a thousand. */
    private static Spread heap(List<Class<?>> classes, int number)
            throws InterruptedException, ReflectiveOperationException {
        var bytes = Heap.bytesPer(COPIES * number / 1_000.0 * 1_024, () -> {
            var copies = new ArrayList<LargeApplication>();
            for (int i = 0; i < COPIES; i++) {
                copies.add(new LargeApplication(classes, new Nothing()));
            }
            return copies;
        });
        return bytes;
    }

    /** Milliseconds for a thousand functions, once the classes are loaded and the code is compiled. */
    private static Spread build(List<Class<?>> classes, int functions) {
        var samples = new ArrayList<Double>();
        for (int i = -BUILDS; i < BUILDS; i++) {
            long start = System.nanoTime();
            int built = LargeApplication.registry(classes).functions().size();
            double millis = (System.nanoTime() - start) / 1e6;
            if (built != functions) {
                throw new IllegalStateException(built + " functions");
            }
            if (i >= 0) {
                samples.add(millis * 1_000 / functions);
            }
        }
        return Spread.of(samples);
    }
}
