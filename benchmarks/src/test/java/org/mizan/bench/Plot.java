package org.mizan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.mizan.bench.Curve.Point;
import org.mizan.bench.Curve.Series;

/** Curves as SVG; a pure function. */
final class Plot {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int LEFT = 70;
    private static final int RIGHT = 20;
    private static final int TOP = 40;
    private static final int BOTTOM = 50;
    private static final double LOGARITHMIC_FROM = 50;
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#555555");

    private Plot() {}

    static String svg(Curve curve) {
        var x = Axis.of(curve, Point::x, false);
        var y = Axis.of(curve, Point::y, true);
        var svg = new StringBuilder();
        svg.append(text("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <rect width="%d" height="%d" fill="white"/>
                """, WIDTH, HEIGHT, WIDTH, HEIGHT));
        for (double tick : x.ticks()) {
            double at = right(x, tick);
            line(svg, at, TOP, at, HEIGHT - BOTTOM);
            svg.append(label(at, HEIGHT - BOTTOM + 16, "middle", label(tick)));
        }
        for (double tick : y.ticks()) {
            double at = down(y, tick);
            line(svg, LEFT, at, WIDTH - RIGHT, at);
            svg.append(label(LEFT - 6, at + 4, "end", label(tick)));
        }
        svg.append(label((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, "middle", curve.x()));
        svg.append(label(8, 16, "start", curve.y()));
        double legend = WIDTH - RIGHT;
        for (int i = curve.series().size() - 1; i >= 0; i--) {
            var series = curve.series().get(i);
            var colour = COLOURS.get(i % COLOURS.size());
            series(svg, series, x, y, colour);
            if (!series.name().isEmpty()) {
                svg.append(text("<g fill=\"%s\">", colour))
                        .append(label(legend, 16, "end", series.name()).strip());
                svg.append("</g>\n");
                legend -= 7 * series.name().length() + 16;
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private static void series(StringBuilder svg, Series series, Axis x, Axis y, String colour) {
        var points = new StringBuilder();
        for (var point : series.points()) {
            points.append(text("%.1f,%.1f ", right(x, point.x()), down(y, point.y())));
        }
        svg.append(text(
                "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>%n",
                colour, points.toString().strip()));
        for (var point : series.points()) {
            svg.append(text(
                    "<circle r=\"3\" fill=\"%s\" cx=\"%.1f\" cy=\"%.1f\"/>%n",
                    colour, right(x, point.x()), down(y, point.y())));
        }
    }

    private static double right(Axis axis, double value) {
        return LEFT + axis.share(value) * (WIDTH - RIGHT - LEFT);
    }

    private static double down(Axis axis, double value) {
        return HEIGHT - BOTTOM - axis.share(value) * (HEIGHT - BOTTOM - TOP);
    }

    private static void line(StringBuilder svg, double x1, double y1, double x2, double y2) {
        svg.append(text("<line stroke=\"#ddd\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n", x1, y1, x2, y2));
    }

    private static String label(double x, double y, String anchor, String words) {
        var escaped = words.replace("&", "&amp;").replace("<", "&lt;");
        return text("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, escaped);
    }

    private static String label(double tick) {
        double size = Math.abs(tick);
        return size >= 1e6
                ? Spread.number(tick / 1e6) + "M"
                : size >= 1e3 ? Spread.number(tick / 1e3) + "k" : Spread.number(tick);
    }

    private static String text(String form, Object... values) {
        return String.format(Locale.ROOT, form.replace("%n", "\n"), values);
    }

    /** From the lowest to the highest value that it shows. */
    private record Axis(double low, double high, boolean logarithmic, List<Double> ticks) {

        static Axis of(Curve curve, ToDoubleFunction<Point> value, boolean fromZero) {
            var all = curve.series().stream()
                    .flatMap(series -> series.points().stream())
                    .mapToDouble(value)
                    .summaryStatistics();
            if (all.getCount() == 0) {
                throw new IllegalArgumentException("no points in " + curve.name());
            }
            if (all.getMin() > 0 && all.getMax() / all.getMin() >= LOGARITHMIC_FROM) {
                return logarithmic(all.getMin(), all.getMax());
            }
            double low = fromZero ? Math.min(0, all.getMin()) : all.getMin();
            return linear(low, all.getMax() > low ? all.getMax() : low + 1);
        }

        private static Axis logarithmic(double low, double high) {
            var ticks = new ArrayList<Double>();
            int last = (int) Math.ceil(Math.log10(high));
            for (int power = (int) Math.floor(Math.log10(low)); power <= last; power++) {
                ticks.add(Math.pow(10, power));
            }
            return new Axis(Math.log10(ticks.get(0)), Math.log10(ticks.get(ticks.size() - 1)), true, ticks);
        }

        private static Axis linear(double low, double high) {
            double rough = (high - low) / 5;
            double power = Math.pow(10, Math.floor(Math.log10(rough)));
            double step = rough / power <= 1
                    ? power
                    : rough / power <= 2 ? 2 * power : rough / power <= 5 ? 5 * power : 10 * power;
            long first = (long) Math.floor(low / step);
            long last = (long) Math.ceil(high / step);
            var ticks = new ArrayList<Double>();
            for (long i = first; i <= last; i++) {
                ticks.add(i * step);
            }
            return new Axis(first * step, last * step, false, ticks);
        }

        double share(double value) {
            return ((logarithmic ? Math.log10(value) : value) - low) / (high - low);
        }
    }
}
