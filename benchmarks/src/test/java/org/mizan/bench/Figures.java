package org.mizan.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The figures of a run: one line each, {@code figure <suite>.<name> <value> <bound> ok|short}, to a file and a stream.
 *
 * <p>A value is a median with its unit, the spread beside it in brackets; a bound is {@code <},
 * {@code <=} or {@code >=} and a value, or {@code -} where there is none. Remarks, which start with {@code #}, go to the stream alone. Not thread-safe.
 */
public final class Figures implements AutoCloseable {
    private final PrintWriter file;
    private final PrintStream stream;
    private boolean complete = true;

    private Figures(PrintWriter file, PrintStream stream) {
        this.file = file;
        this.stream = stream;
    }

    /** Starts a new file. */
    public static Figures to(Path file, PrintStream stream) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return new Figures(new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), true), stream);
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
        complete = false;
        remark("could not measure " + what + ": " + why);
        why.printStackTrace();
    }

    /** Reports a figure that must stay below a bound. */
    public void below(String name, Spread value, double bound, String unit) {
        line(name, value.text(unit), "<" + Spread.number(bound) + unit, value.middle() < bound);
    }

    /** Reports a figure that must not exceed a bound. */
    public void atMost(String name, Spread value, double bound, String unit) {
        line(name, value.text(unit), "<=" + Spread.number(bound) + unit, value.middle() <= bound);
    }

    /** Reports a figure that must reach a bound. */
    public void atLeast(String name, Spread value, double bound, String unit) {
        line(name, value.text(unit), ">=" + Spread.number(bound) + unit, value.middle() >= bound);
    }

    /** Reports a figure for which nothing is demanded. */
    public void plain(String name, Spread value, String unit) {
        line(name, value.text(unit), "-", true);
    }

    private void line(String name, String value, String bound, boolean ok) {
        var line = String.format(Locale.ROOT, "figure %s %s %s %s", name, value, bound, ok ? "ok" : "short");
        file.println(line);
        stream.println(line);
        stream.flush();
    }

    /** Says something about how a figure came to be. */
    public void remark(String text) {
        stream.println("# " + text);
        stream.flush();
    }

    /** Whether everything could be measured. */
    public boolean complete() {
        return complete;
    }

    @Override
    public void close() {
        file.close();
    }
}
