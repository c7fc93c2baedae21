package org.mizan.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.mizan.bench.Figures;
import org.mizan.bench.Spread;
import org.mizan.bench.app.CompiledApplication;
import org.mizan.bench.app.GeneratedApplication;

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

    /** Measures and reports {@code <prefix><server>} and, without a bound, {@code <prefix>cpu-<server>}. */
    public void measure(Figures figures, String prefix) throws IOException, InterruptedException {
        Directories.delete(directory);
        var plain = war("plain", GeneratedApplication.sources(false), List.of());
        var library = Arrays.stream(System.getProperty("mizan.bench.library").split(","))
                .map(Path::of)
                .toList();
        var mizan = war("mizan", GeneratedApplication.sources(true), library);

        start("plain", plain);
        start("mizan", mizan);
        var without = new ArrayList<ServerStart>();
        var with = new ArrayList<ServerStart>();
        for (int i = 0; i < pairs; i++) {
            without.add(start("plain", plain));
            with.add(start("mizan", mizan));
            figures.remark(String.format(
                    Locale.ROOT,
                    "%s: without %.2f s (cpu %.2f s), with %.2f s (cpu %.2f s)",
                    name,
                    without.get(i).seconds(),
                    without.get(i).cpuSeconds(),
                    with.get(i).seconds(),
                    with.get(i).cpuSeconds()));
        }
        figures.below(prefix + name, added(without, with, ServerStart::seconds), BOUND_PERCENT, "%");
        figures.plain(prefix + "cpu-" + name, added(without, with, ServerStart::cpuSeconds), "%");
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

    private Path war(String variant, Map<String, String> sources, List<Path> libraries) throws IOException {
        var compiled = CompiledApplication.compile(sources, directory.resolve(variant + "-classes"));
        var war = directory.resolve(variant + ".war");
        compiled.writeWar(war, libraries);
        return war;
    }

    private ServerStart start(String variant, Path war) throws IOException, InterruptedException {
        var own = Files.createDirectories(directory.resolve(variant));
        return ServerStart.measure(server, server.prepare(own, war), directory.resolve(variant + ".log"));
    }
}
