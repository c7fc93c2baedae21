package org.mizan.core.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The JSON Canonicalization Scheme, RFC 8785: one text for all JSON texts that mean the same.
 *
 * <p>Numbers are what a JavaScript engine makes of them: two integers that differ only beyond ±(2<sup>53</sup>−1) may
 * have the same text. Values that must stay apart have to be strings there.
 *
 * <p>Without state; the stack grows with the depth of the value.
 */
public final class CanonicalJson {
    private static final Pattern JSON_NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE][+-]?+[0-9]++)?+");

    /** Every decimal of so many digits survives a double (C's DBL_DIG), as long as that is not subnormal. */
    private static final int SAFE_DIGITS = 15;

    private static final int ENOUGH_FOR_DOUBLE = 17;
    private static final int ENOUGH_FOR_FLOAT = 9;

    private CanonicalJson() {}

    /**
     * The canonical text of a value (RFC 8785 §3.2).
     *
     * @throws IllegalArgumentException when a string has half of a surrogate pair, or a number overflows a double
     */
    public static String of(JsonValue value) {
        StringBuilder out = new StringBuilder();
        value(value, out);
        return out.toString();
    }

    private static void value(JsonValue value, StringBuilder out) {
        switch (value.getValueType()) {
            case OBJECT -> object(value.asJsonObject(), out);
            case ARRAY -> array(value.asJsonArray(), out);
            case STRING -> string(((JsonString) value).getString(), out);
            case NUMBER -> out.append(number(value.toString()));
            case TRUE -> out.append("true");
            case FALSE -> out.append("false");
            case NULL -> out.append("null");
        }
    }

    private static void object(JsonObject object, StringBuilder out) {
        out.append('{');
        String separator = "";
        String[] names = object.keySet().toArray(String[]::new);
        Arrays.sort(names); // String's natural order is that of UTF-16 code units, as §3.2.3 wants
        for (String name : names) {
            out.append(separator);
            string(name, out);
            value(object.getOrDefault(name, JsonValue.NULL), out.append(':'));
            separator = ",";
        }
        out.append('}');
    }

    private static void array(JsonArray array, StringBuilder out) {
        out.append('[');
        String separator = "";
        for (JsonValue item : array) {
            value(item, out.append(separator));
            separator = ",";
        }
        out.append(']');
    }

    /**
     * Appends a string with its quotes (RFC 8785 §3.2.2.2).
     *
     * @throws IllegalArgumentException when the text has half of a surrogate pair; part of it is appended then
     */
    public static void string(String text, StringBuilder out) {
        if (isPlain(text)) {
            out.append('"').append(text).append('"');
        } else {
            escaped(text, out);
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static void escaped(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append(c < 0x10 ? "\\u000" : "\\u00").append(Integer.toHexString(c));
                    } else if (!Character.isSurrogate(c)) {
                        out.append(c);
                    } else {
                        out.append(c).append(lowSurrogate(text, i++));
                    }
                }
            }
        }
        out.append('"');
    }

    private static char lowSurrogate(String text, int high) {
        if (Character.isHighSurrogate(text.charAt(high))
                && high + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(high + 1))) {
            return text.charAt(high + 1);
        }
        throw new IllegalArgumentException("half of a surrogate pair at index " + high);
    }

    /**
     * The canonical text of a number that is given as JSON.
     *
     * @param json a number by the grammar of RFC 8259 §6
     * @throws IllegalArgumentException when it is none, or when it overflows a double
     */
    public static String number(String json) {
        if (isShortInteger(json)) {
            return json;
        }
        if (!JSON_NUMBER.matcher(json).matches()) {
            throw new IllegalArgumentException("not a JSON number");
        }
        int digits = json.charAt(0) == '-' ? json.length() - 1 : json.length();
        if (digits <= SAFE_DIGITS && isInteger(json)) {
            return json.equals("-0") ? "0" : json;
        }
        double value = Double.parseDouble(json);
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("a number beyond the range of a double");
        }
        return number(value);
    }

    /** Whether a text is the canonical one of a whole number of at most fifteen digits, none below zero. */
    public static boolean isShortInteger(String json) {
        int digits = json.length();
        if (digits == 0 || digits > SAFE_DIGITS || digits > 1 && json.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < digits; i++) {
            if (json.charAt(i) < '0' || json.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isInteger(String json) {
        return json.indexOf('.') < 0 && json.indexOf('e') < 0 && json.indexOf('E') < 0;
    }

    /**
     * The text of a double as ECMAScript's Number::toString prints it (RFC 8785 §3.2.2.3).
     *
     * @throws IllegalArgumentException for NaN and the infinities
     */
    public static String number(double value) {
        requireFinite(value);
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return (value < 0 ? "-" : "") + layOut(shortest(Math.abs(value)));
    }

    /**
     * The text of a float: the shortest decimal that reads back as this float, so {@code 0.1f} is {@code 0.1}, where
     * its exact double would be {@code 0.10000000149011612}.
     *
     * @throws IllegalArgumentException for NaN and the infinities
     */
    public static String numberOfFloat(float value) {
        requireFinite(value);
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(Math.abs(value));
        return (value < 0 ? "-" : "")
                + layOut(shortest(exact, ENOUGH_FOR_FLOAT, d -> d.floatValue() == Math.abs(value)));
    }

    private static void requireFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " is not a JSON number");
        }
    }

    private static BigDecimal shortest(double value) {
        /*
         * Before JDK 19, Double.toString may print a digit too many, or not the closest of equally short decimals (as
         * for 2^-44; JDK-4511638). What it prints always reads back, though, and two different decimals of up to 15
         * digits never are the same normal double: one with so few digits must be the answer. All the rest is
         * computed from the exact value.
         */
        BigDecimal printed = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (printed.precision() <= SAFE_DIGITS && value >= Double.MIN_NORMAL) {
            return printed;
        }
        return shortest(new BigDecimal(value), ENOUGH_FOR_DOUBLE, d -> d.doubleValue() == value);
    }

    /**
     * The decimal with the fewest digits that reads back, of those the closest, of two equally close ones the even.
     * Both neighbours of the exact value have to be tried: beneath a power of two the doubles lie closer together
     * than above it, and the nearer decimal can miss where the farther one hits.
     */
    private static BigDecimal shortest(BigDecimal exact, int digits, Predicate<BigDecimal> readsBack) {
        BigDecimal best = exact;
        for (int n = digits; n > 0; n--) {
            BigDecimal near = exact.round(new MathContext(n, RoundingMode.HALF_EVEN));
            RoundingMode away = near.compareTo(exact) < 0 ? RoundingMode.UP : RoundingMode.DOWN;
            BigDecimal far = exact.round(new MathContext(n, away));
            if (readsBack.test(near)) {
                best = near;
            } else if (readsBack.test(far)) {
                best = far;
            } else {
                break;
            }
        }
        return best.stripTrailingZeros();
    }

    /** ECMA-262 Number::toString, steps 6 to 12: {@code digits} is s, {@code point} is n, their length k. */
    private static String layOut(BigDecimal positive) {
        String digits = positive.unscaledValue().toString();
        int point = digits.length() - positive.scale();
        if (point > 21 || point <= -6) {
            String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
            return digits.charAt(0) + fraction + (point > 0 ? "e+" : "e-") + Math.abs(point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        if (point >= digits.length()) {
            return digits + "0".repeat(point - digits.length());
        }
        return digits.substring(0, point) + "." + digits.substring(point);
    }
}
