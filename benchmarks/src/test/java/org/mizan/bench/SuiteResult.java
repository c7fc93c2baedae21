package org.mizan.bench;

import java.util.List;

/**
 * What one run of one suite gave; kept in {@code benchmarks/results/<suite>.json}.
 *
 * @param date of the run, {@code 2026-11-25}
 * @param failures what could not be measured
 */
record SuiteResult(
        String suite, String date, Machine machine, List<Figure> figures, List<Curve> curves, List<String> failures) {
    SuiteResult {
        figures = List.copyOf(figures);
        curves = List.copyOf(curves);
        failures = List.copyOf(failures);
    }
}
