package org.mizan.bench;

import java.util.List;

/**
 * One or several lines in a plot.
 *
 * @param name {@code <suite>.<name>}
 * @param x what runs to the right, with its unit
 * @param y what runs upwards, with its unit
 */
public record Curve(String name, String x, String y, List<Series> series) {
    /** Copies. */
    public Curve {
        series = List.copyOf(series);
    }

    /** One measurement. */
    public record Point(double x, double y) {}

    /** A line with its name in the legend, its points from left to right. */
    public record Series(String name, List<Point> points) {
        /** Copies. */
        public Series {
            points = List.copyOf(points);
        }
    }
}
