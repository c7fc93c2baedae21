package org.mizan.bench;

import java.util.Collection;
import java.util.Locale;

/**
 * A value and between which bounds it was seen.
 *
 * @param middle the median
 * @param low the lowest
 * @param high the highest
 */
public record Spread(double middle, double low, double high) {

    /** A value that does not vary. */
    public static Spread exactly(double value) {
        return new Spread(value, value, value);
    }

    /** The median of at least one sample. */
    public static Spread of(Collection<Double> samples) {
        var sorted = samples.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** One word, {@code 1.2us[1.1..1.4]}. */
    public String text(String unit) {
        var spread = low == high ? "" : "[" + number(low) + ".." + number(high) + "]";
        return number(middle) + unit + spread;
    }

    /** A number with three significant digits or all of its integer part. */
    static String number(double value) {
        int integerDigits = (int) Math.floor(Math.log10(Math.max(Math.abs(value), 1))) + 1;
        var text = String.format(Locale.ROOT, "%." + Math.max(0, 3 - integerDigits) + "f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
