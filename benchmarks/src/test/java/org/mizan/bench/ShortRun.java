package org.mizan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The ratios of a short run against those of the committed results: a gross regression is one that is more than twice as
 * bad, or, of a ratio that nobody has measured yet, more than twice as bad as its bound.
 */
final class ShortRun {
    private static final double GROSS = 2;

    private final Path folder;

    /** With the results. */
    ShortRun(Path folder) {
        this.folder = folder;
    }

    /** The figures that have regressed grossly, each with what it was. */
    List<String> regressions(String suite, List<Figure> figures) throws IOException {
        var file = folder.resolve("results").resolve(suite + ".json");
        var known = Files.exists(file) ? ResultFile.read(file).figures() : List.<Figure>of();
        return figures.stream()
                .filter(figure -> figure.ratio() && figure.bound().isPresent())
                .filter(figure -> gross(figure, reference(figure, known)))
                .map(figure ->
                        figure.name() + " is " + Spread.number(figure.value().middle()) + figure.unit() + ", and was "
                                + Spread.number(reference(figure, known)) + figure.unit())
                .toList();
    }

    private static double reference(Figure figure, List<Figure> known) {
        return known.stream()
                .filter(each -> each.name().equals(figure.name()))
                .findFirst()
                .map(each -> each.value().middle())
                .orElseGet(() -> figure.bound().orElseThrow().limit());
    }

    private static boolean gross(Figure figure, double reference) {
        double value = figure.value().middle();
        return figure.bound().orElseThrow().kind() == Figure.Kind.AT_LEAST
                ? value * GROSS < reference
                : value > reference * GROSS;
    }
}
