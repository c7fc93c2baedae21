package org.mizan.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.mizan.bench.Figures;
import org.mizan.bench.Spread;
import org.mizan.bench.app.CompiledApplication;
import org.mizan.bench.app.GeneratedApplication;
import org.mizan.bench.app.GeneratedApplication.Form;

/**
 * What the library adds to the start of a server: the generated application without it (A) and with it (B), whole
 * processes, A B A B …, after one start of each that does not count.
 */
public final class StartTimes {
    private static final double BOUND_PERCENT = 10;

    private final String name;
    private final Server server;
    private final Path directory;
    private final int pairs;

    private StartTimes(String name, Path directory, int pairs) {
        this.name = name;
        this.server = Server.named(name);
        this.directory = directory;
        this.pairs = pairs;
    }

    /** On the server of that name. */
    public static StartTimes of(String server) {
        var target = Path.of(System.getProperty("mizan.bench.target")).toAbsolutePath();
        return new StartTimes(
                server, target.resolve("start").resolve(server), Integer.getInteger("mizan.bench.pairs", 3));
    }

    /**
     * Measures and reports {@code <prefix><server>} and, without a bound, {@code <prefix>cpu-<server>}; with
     * {@code -Dfloor=true} also {@code <prefix>floor-<server>}, what an interceptor of the application's own that does
     * nothing adds to the same beans.
     */
    public void measure(Figures figures, String prefix) throws IOException, InterruptedException {
        Directories.delete(directory);
        var library = Arrays.stream(System.getProperty("mizan.bench.library").split(","))
                .map(Path::of)
                .toList();
        var plain = war("plain", Form.PLAIN, List.of());
        var mizan = war("mizan", Form.FUNCTIONS, library);
        boolean floor = Boolean.getBoolean("mizan.bench.floor");
        var watched = war("watched", Form.INTERCEPTED, List.of());

        start("plain", plain);
        start("mizan", mizan);
        if (floor) {
            start("watched", watched);
        }
        var without = new ArrayList<ServerStart>();
        var with = new ArrayList<ServerStart>();
        var intercepted = new ArrayList<ServerStart>();
        for (int i = 0; i < pairs; i++) {
            without.add(start("plain", plain));
            with.add(start("mizan", mizan));
            var remark = name + ": without " + without.get(i) + ", with " + with.get(i);
            if (floor) {
                intercepted.add(start("watched", watched));
                remark += ", with an empty interceptor " + intercepted.get(i);
            }
            figures.remark(remark);
        }
        figures.below(prefix + name, added(without, with, ServerStart::seconds), BOUND_PERCENT, "%");
        figures.plain(prefix + "cpu-" + name, added(without, with, ServerStart::cpuSeconds), "%");
        if (floor) {
            figures.plain(prefix + "floor-" + name, added(without, intercepted, ServerStart::seconds), "%");
            figures.plain(prefix + "floor-cpu-" + name, added(without, intercepted, ServerStart::cpuSeconds), "%");
        }
    }

    /** The medians against each other; the spread is that of the pairs. */
    private static Spread added(
            List<ServerStart> without, List<ServerStart> with, ToDoubleFunction<ServerStart> measure) {
        var ofPairs = Spread.of(IntStream.range(0, with.size())
                .mapToObj(i -> percent(measure.applyAsDouble(without.get(i)), measure.applyAsDouble(with.get(i))))
                .toList());
        return new Spread(percent(median(without, measure), median(with, measure)), ofPairs.low(), ofPairs.high());
    }

    private static double median(List<ServerStart> starts, ToDoubleFunction<ServerStart> measure) {
        return Spread.of(starts.stream().map(measure::applyAsDouble).toList()).middle();
    }

    private static double percent(double without, double with) {
        return (with - without) / without * 100;
    }

    private Path war(String variant, Form form, List<Path> libraries) throws IOException {
        var compiled = CompiledApplication.compile(
                GeneratedApplication.sources(form), directory.resolve(variant + "-classes"));
        var war = directory.resolve(variant + ".war");
        compiled.writeWar(war, libraries);
        return war;
    }

    private ServerStart start(String variant, Path war) throws IOException, InterruptedException {
        var own = Files.createDirectories(directory.resolve(variant));
        return ServerStart.measure(server, server.prepare(own, war), directory.resolve(variant + ".log"));
    }
}
