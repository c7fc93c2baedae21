package org.mizan.core.bind;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import java.util.regex.Pattern;
import org.mizan.core.schema.ScalarKind;

/**
 * Reads a scalar from its text, by the grammar of PROTOCOL §4.
 *
 * <p>The text of a query parameter, of a path segment, and of every scalar that JSON carries as a string.
 */
final class ScalarReader {
    private static final int LONGEST_NUMBER = 64;
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern BINARY = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?");
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private ScalarReader() {}

    /**
     * The value of a text.
     *
     * @throws BindException when the text is none of the kind
     */
    static Object read(ScalarKind kind, String text, String path) {
        try {
            return switch (kind) {
                case BOOLEAN -> bool(text, path);
                case BYTE -> integer(text, path).byteValueExact();
                case SHORT -> integer(text, path).shortValueExact();
                case INT -> integer(text, path).intValueExact();
                case LONG, LONG_TEXT -> integer(text, path).longValueExact();
                case BIG_INTEGER -> integer(text, path);
                case FLOAT ->
                    finite((double) Float.parseFloat(matched(BINARY, text, path, DECIMAL_EXPECTED)), path)
                            .floatValue();
                case DOUBLE -> finite(Double.parseDouble(matched(BINARY, text, path, DECIMAL_EXPECTED)), path);
                case BIG_DECIMAL -> new BigDecimal(matched(DECIMAL, text, path, DECIMAL_EXPECTED));
                case CHAR -> character(text, path);
                case STRING -> text;
                case UUID_TEXT -> UUID.fromString(matched(UUID_FORM, text, path, "expects a UUID"));
                case URI_TEXT -> new URI(text);
                case BYTES -> bytes(text, path);
                case JSON -> throw new BindException(path, "has no text form");
                case INSTANT -> Instant.parse(text);
                case DATE -> Date.from(Instant.parse(text));
                case LOCAL_DATE -> LocalDate.parse(text);
                case LOCAL_TIME -> LocalTime.parse(text);
                case LOCAL_DATE_TIME -> LocalDateTime.parse(text);
                case OFFSET_DATE_TIME -> OffsetDateTime.parse(text);
                case OFFSET_TIME -> OffsetTime.parse(text);
                case ZONED_DATE_TIME -> ZonedDateTime.parse(text);
                case YEAR -> Year.parse(text);
                case YEAR_MONTH -> YearMonth.parse(text);
                case MONTH_DAY -> MonthDay.parse(text);
                case DURATION -> Duration.parse(text);
                case PERIOD -> Period.parse(text);
                case ZONE -> ZoneId.of(text);
            };
        } catch (ArithmeticException e) {
            throw new BindException(path, "is out of range");
        } catch (DateTimeException | IllegalArgumentException | URISyntaxException e) {
            throw new BindException(path, expected(kind));
        }
    }

    private static final String DECIMAL_EXPECTED = "expects a decimal number of at most 64 characters";

    private static boolean bool(String text, String path) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BindException(path, "expects true or false");
        };
    }

    private static BigInteger integer(String text, String path) {
        if (text.length() > LONGEST_NUMBER || !isInteger(text)) {
            throw new BindException(path, "expects a whole number of at most 64 digits");
        }
        return new BigInteger(text);
    }

    /** An optional minus and ASCII digits. */
    private static boolean isInteger(String text) {
        int first = text.startsWith("-") ? 1 : 0;
        for (int i = first; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > first;
    }

    private static String matched(Pattern form, String text, String path, String problem) {
        if (text.length() > LONGEST_NUMBER || !form.matcher(text).matches()) {
            throw new BindException(path, problem);
        }
        return text;
    }

    private static Double finite(double value, String path) {
        if (Double.isInfinite(value)) {
            throw new BindException(path, "is out of range");
        }
        return value;
    }

    private static char character(String text, String path) {
        if (text.length() != 1) {
            throw new BindException(path, "expects one character");
        }
        return text.charAt(0);
    }

    /** Exactly what would be written of the bytes: with its padding, without stray bits. */
    private static byte[] bytes(String text, String path) {
        var bytes = Base64.getDecoder().decode(text);
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new BindException(path, expected(ScalarKind.BYTES));
        }
        return bytes;
    }

    private static String expected(ScalarKind kind) {
        return switch (kind) {
            case URI_TEXT -> "expects a URI";
            case BYTES -> "expects Base64";
            case ZONE -> "expects a time zone";
            case DURATION, PERIOD -> "expects an ISO 8601 duration";
            case LOCAL_DATE -> "expects an ISO 8601 date";
            case LOCAL_TIME, OFFSET_TIME -> "expects an ISO 8601 time";
            default -> "expects an ISO 8601 date and time";
        };
    }
}
