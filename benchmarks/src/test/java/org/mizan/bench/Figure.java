package org.mizan.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was measured once.
 *
 * @param name {@code <suite>.<name>}
 * @param value the median and the spread
 * @param unit {@code us}, {@code B}, … ; {@code x} and {@code %} for ratios
 * @param bound what is demanded, if anything
 */
public record Figure(String name, Spread value, String unit, Optional<Bound> bound) {
    private static final List<String> RATIOS = List.of("x", "%");

    /** Which way a bound limits, and how it is written. */
    public enum Kind {
        /** Less than. */
        BELOW("<"),
        /** Not more than. */
        AT_MOST("<="),
        /** Not less than. */
        AT_LEAST(">=");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }

        static Kind of(String sign) {
            for (var kind : values()) {
                if (kind.sign.equals(sign)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no bound '" + sign + "'");
        }

        String sign() {
            return sign;
        }
    }

    /** A limit. */
    public record Bound(Kind kind, double limit) {
        boolean admits(double value) {
            return switch (kind) {
                case BELOW -> value < limit;
                case AT_MOST -> value <= limit;
                case AT_LEAST -> value >= limit;
            };
        }
    }

    /** Whether it compares two measurements of the same minutes, so that another machine should see about the same. */
    boolean ratio() {
        return RATIOS.contains(unit);
    }

    /** Whether it keeps its bound. */
    boolean ok() {
        return bound.map(limit -> limit.admits(value.middle())).orElse(true);
    }

    /** {@code <2048B}, or {@code -}. */
    String boundText() {
        return bound.map(limit -> limit.kind().sign() + Spread.number(limit.limit()) + unit)
                .orElse("-");
    }

    /** The line of figures.txt. */
    String line() {
        return String.format(
                Locale.ROOT, "figure %s %s %s %s", name, value.text(unit), boundText(), ok() ? "ok" : "short");
    }
}
