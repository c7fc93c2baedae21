package org.mizan.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mizan.bench.Figure.Bound;
import org.mizan.bench.Figure.Kind;

/**
 * The figures of one suite's run: one line each, {@code figure <suite>.<name> <value> <bound> ok|short}, to a file and a stream,
 * and kept for the report.
 *
 * <p>A value is a median with its unit, the spread beside it in brackets; a bound is {@code <},
 * {@code <=} or {@code >=} and a value, or {@code -} where there is none. Remarks, which start with {@code #}, go to the stream alone. Not thread-safe.
 */
public final class Figures {
    private final PrintWriter file;
    private final PrintStream stream;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Curve> curves = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    /** Lines go to both, which stay open. */
    Figures(PrintWriter file, PrintStream stream) {
        this.file = file;
        this.stream = stream;
    }

    /** Starts a new file. */
    static PrintWriter file(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), true);
    }

    /** A measurement of one or several figures. */
    @FunctionalInterface
    public interface Measurement {
        /** Measures and reports. */
        void run() throws Exception;
    }

    /** Runs a measurement; one that fails makes the run incomplete. */
    public void measure(String what, Measurement measurement) {
        try {
            measurement.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(what, e);
        } catch (Exception | LinkageError e) {
            failed(what, e);
        }
    }

    private void failed(String what, Throwable why) {
        failures.add(what);
        remark("could not measure " + what + ": " + why);
        why.printStackTrace(stream);
    }

    /** Reports a figure that must stay below a bound. */
    public void below(String name, Spread value, double bound, String unit) {
        add(name, value, unit, new Bound(Kind.BELOW, bound));
    }

    /** Reports a figure that must not exceed a bound. */
    public void atMost(String name, Spread value, double bound, String unit) {
        add(name, value, unit, new Bound(Kind.AT_MOST, bound));
    }

    /** Reports a figure that must reach a bound. */
    public void atLeast(String name, Spread value, double bound, String unit) {
        add(name, value, unit, new Bound(Kind.AT_LEAST, bound));
    }

    /** Reports a figure for which nothing is demanded. */
    public void plain(String name, Spread value, String unit) {
        add(new Figure(name, value, unit, Optional.empty()));
    }

    private void add(String name, Spread value, String unit, Bound bound) {
        add(new Figure(name, value, unit, Optional.of(bound)));
    }

    private void add(Figure figure) {
        figures.add(figure);
        file.println(figure.line());
        stream.println(figure.line());
        stream.flush();
    }

    /**
     * Reports a line for a plot of its own; not in figures.txt. An axis whose values differ by more than a factor of 50
     * is logarithmic.
     *
     * @param x what runs to the right, with its unit
     * @param y what runs upwards, with its unit
     */
    public void curve(String name, String x, String y, Curve.Point... points) {
        curve(new Curve(name, x, y, List.of(new Curve.Series("", List.of(points)))));
    }

    /** Reports lines for one plot. */
    public void curve(Curve curve) {
        curves.add(curve);
    }

    /** Says something about how a figure came to be. */
    public void remark(String text) {
        stream.println("# " + text);
        stream.flush();
    }

    /** Whether everything could be measured. */
    public boolean complete() {
        return failures.isEmpty();
    }

    /** Those so far. */
    List<Figure> all() {
        return List.copyOf(figures);
    }

    /** What the report says of a suite, whose measurements alone this was. */
    SuiteResult result(String suite, String date, Machine machine) {
        return new SuiteResult(suite, date, machine, figures, curves, failures);
    }
}
