package org.mizan.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * {@code benchmarks/RESULTS.md}: what the last run of each suite gave. The results in {@code results/*.json} are what it
 * is written from, so a run of one suite changes that suite's part alone.
 */
final class Report {
    private static final String REASONS = "reasons.properties";
    private static final String EMPTY = "";

    private final Path folder;
    private final List<String> suites;

    /**
     * @param folder with {@code RESULTS.md} and {@code results/}
     * @param suites in the report's order
     */
    Report(Path folder, List<String> suites) {
        this.folder = folder;
        this.suites = suites;
    }

    /** Keeps a suite's result and writes the report anew. */
    void update(SuiteResult result) throws IOException {
        ResultFile.write(file(result.suite()), result);
        for (var curve : result.curves()) {
            Files.writeString(results().resolve(curve.name() + ".svg"), Plot.svg(curve));
        }
        write();
    }

    /** Writes the report from the results and reasons that are there. */
    void write() throws IOException {
        Files.writeString(folder.resolve("RESULTS.md"), text());
    }

    /** What the results and reasons that are there make. */
    String text() throws IOException {
        var known = new ArrayList<SuiteResult>();
        for (var suite : suites) {
            if (Files.exists(file(suite))) {
                known.add(ResultFile.read(file(suite)));
            }
        }
        return text(known, reasons());
    }

    private Path results() {
        return folder.resolve("results");
    }

    private Path file(String suite) {
        return results().resolve(suite + ".json");
    }

    private Map<String, String> reasons() throws IOException {
        var reasons = new Properties();
        var file = results().resolve(REASONS);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                reasons.load(reader);
            }
        }
        var byName = new LinkedHashMap<String, String>();
        reasons.stringPropertyNames().forEach(name -> byName.put(name, reasons.getProperty(name)));
        return byName;
    }

    /** The whole report. */
    static String text(List<SuiteResult> results, Map<String, String> reasons) {
        var text = new StringBuilder("""
                # Results

                Written by the benchmarks; what they measure, and how, is in [README.md](README.md). Each figure is a median with the
                lowest and the highest value seen. **Ratios** compare runs that alternated on the same machine and are what counts.
                *Absolute* figures tell of this machine only. **short** = short of its bound; the reason stands below the table.
                """);
        for (var entry : byMachine(results).entrySet()) {
            text.append("\n## Measured on (")
                    .append(String.join(", ", entry.getValue()))
                    .append(")\n\n| | |\n|---|---|\n");
            entry.getKey().forEach((name, value) -> text.append(row(name, value)));
        }
        for (var result : results) {
            suite(text, result, reasons);
        }
        return text.toString();
    }

    private static Map<Map<String, String>, List<String>> byMachine(List<SuiteResult> results) {
        var machines = new LinkedHashMap<Map<String, String>, List<String>>();
        for (var result : results) {
            machines.computeIfAbsent(result.machine().facts(), facts -> new ArrayList<>())
                    .add(result.suite());
        }
        return machines;
    }

    private static void suite(StringBuilder text, SuiteResult result, Map<String, String> reasons) {
        text.append("\n## Suite `").append(result.suite()).append("`\n\n").append(result.date());
        text.append(", commit ").append(result.machine().commit()).append(".\n\n");
        text.append("| figure | value | spread | bound | |\n|---|---|---|---|---|\n");
        var notes = new StringBuilder();
        for (var figure : result.figures()) {
            var value = figure.value();
            boolean varies = value.low() != value.high();
            var verdict = figure.bound().isEmpty() ? EMPTY : figure.ok() ? "ok" : "**short**";
            text.append(row(
                    "`" + figure.name() + "`",
                    Spread.number(value.middle()) + unit(figure.unit()) + (figure.ratio() ? EMPTY : " *absolute*"),
                    varies ? Spread.number(value.low()) + " … " + Spread.number(value.high()) : EMPTY,
                    figure.bound()
                            .map(bound -> sign(bound.kind()) + " " + Spread.number(bound.limit()) + unit(figure.unit()))
                            .orElse(EMPTY),
                    verdict));
            var reason = reasons.get(figure.name());
            if (reason != null || !figure.ok()) {
                notes.append("- `").append(figure.name()).append("`").append(figure.ok() ? ": " : " is short: ");
                notes.append(reason == null ? "the reason is not known yet." : reason)
                        .append('\n');
            }
        }
        if (!notes.isEmpty()) {
            text.append('\n').append(notes);
        }
        for (var failure : result.failures()) {
            text.append("\n**Could not be measured: ").append(failure).append(".**\n");
        }
        for (var curve : result.curves()) {
            text.append("\n![")
                    .append(curve.name())
                    .append("](results/")
                    .append(curve.name())
                    .append(".svg)\n");
            text.append("\n`")
                    .append(curve.name())
                    .append("`: ")
                    .append(curve.y())
                    .append(" against ");
            text.append(curve.x()).append(".\n");
        }
    }

    private static String unit(String unit) {
        return switch (unit) {
            case "x" -> " ×";
            case "us" -> " µs";
            case EMPTY -> EMPTY;
            default -> " " + unit;
        };
    }

    private static String sign(Figure.Kind kind) {
        return switch (kind) {
            case BELOW -> "<";
            case AT_MOST -> "≤";
            case AT_LEAST -> "≥";
        };
    }

    private static String row(String... cells) {
        var row = new StringBuilder("|");
        for (var cell : cells) {
            row.append(' ').append(cell.replace("|", "\\|")).append(" |");
        }
        return row.append('\n').toString();
    }
}
