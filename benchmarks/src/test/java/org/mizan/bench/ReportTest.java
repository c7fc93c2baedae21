package org.mizan.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Machine MACHINE = new Machine(Map.of("JDK", "17"), "abc1234");

    private final StringWriter lines = new StringWriter();
    private final Figures figures = new Figures(
            new PrintWriter(lines, true), new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));

    private SuiteResult measured() {
        figures.atLeast("calls.ratio", new Spread(0.8, 0.75, 0.912345678), 0.85, "x");
        figures.below("calls.time", Spread.exactly(1234567), 2e6, "us");
        figures.plain("calls.size", Spread.exactly(12), "B");
        figures.curve("calls.cost", "functions", "time, µs", new Curve.Point(10, 1), new Curve.Point(5000, 1.5));
        figures.measure("the impossible", () -> {
            throw new IllegalStateException("expected by a test");
        });
        return figures.result("calls", "2026-11-25", MACHINE);
    }

    @Test
    void figures_areOneLineEach() {
        measured();

        assertEquals("""
                figure calls.ratio 0.8x[0.75..0.91] >=0.85x short
                figure calls.time 1234567us <2000000us ok
                figure calls.size 12B - ok
                """, lines.toString());
    }

    @Test
    void results_survive_theirFile() {
        var text = ResultFile.text(measured());

        assertEquals(text, ResultFile.text(ResultFile.parse(text)));
        assertTrue(text.contains("0.912346"), text);
    }

    @Test
    void report_namesWhatIsShort_withItsReason() {
        var text = Report.text(List.of(measured()), Map.of("calls.ratio", "the filter runs twice."));

        assertTrue(text.contains("| `calls.ratio` | 0.8 × | 0.75 … 0.91 | ≥ 0.85 × | **short** |\n"), text);
        assertTrue(text.contains("- `calls.ratio` is short: the filter runs twice.\n"), text);
        assertTrue(text.contains("| `calls.size` | 12 B *absolute* |  |  |  |\n"), text);
        assertTrue(text.contains("**Could not be measured: the impossible.**"), text);
        assertTrue(text.contains("2026-11-25, commit abc1234."), text);
    }

    @Test
    void oneSuite_leavesTheOthersAlone(@TempDir Path folder) throws Exception {
        var report = new Report(folder, List.of("core", "calls"));
        report.update(measured());
        report.update(new SuiteResult("core", "2026-11-26", MACHINE, List.of(), List.of(), List.of()));

        var text = Files.readString(folder.resolve("RESULTS.md"));
        assertTrue(text.indexOf("## Suite `core`") < text.indexOf("## Suite `calls`"), text);
        assertTrue(text.contains("`calls.time`"), text);
        assertTrue(Files.exists(folder.resolve("results/calls.cost.svg")));
    }

    @Test
    void committedReport_isWhatItsResultsMake() throws Exception {
        var folder = Path.of(System.getProperty("mizan.bench.root"), "benchmarks");

        assertEquals(new Report(folder, Benchmarks.names()).text(), Files.readString(folder.resolve("RESULTS.md")));
    }

    @Test
    void plot_isXml_withLogarithmicAxisForWideRanges() throws Exception {
        var svg = Plot.svg(measured().curves().get(0));

        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertTrue(svg.contains(">100</text>") && svg.contains(">10k</text>"), svg);
        assertFalse(svg.contains("NaN"), svg);
    }
}
