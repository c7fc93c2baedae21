package org.mizan.core.schema;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
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
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The values without parts, with the JSON that each is on the wire. */
public enum ScalarKind {
    /** {@code true} or {@code false}. */
    BOOLEAN(Json.BOOLEAN, boolean.class, Boolean.class),
    /** A whole number of 8 bits. */
    BYTE(Json.NUMBER, byte.class, Byte.class),
    /** A whole number of 16 bits. */
    SHORT(Json.NUMBER, short.class, Short.class),
    /** A whole number of 32 bits. */
    INT(Json.NUMBER, int.class, Integer.class),
    /** A whole number of 64 bits; one beyond ±(2<sup>53</sup>−1) is refused when it is written. */
    LONG(Json.NUMBER, long.class, Long.class),
    /** A whole number of 64 bits that {@link org.mizan.JsonText} sends as text. */
    LONG_TEXT(Json.STRING),
    /** A binary number of 32 bits. */
    FLOAT(Json.NUMBER, float.class, Float.class),
    /** A binary number of 64 bits. */
    DOUBLE(Json.NUMBER, double.class, Double.class),
    /** A whole number of any size, as text. */
    BIG_INTEGER(Json.STRING, BigInteger.class),
    /** An exact decimal number, as text. */
    BIG_DECIMAL(Json.STRING, BigDecimal.class),
    /** One UTF-16 code unit, as text. */
    CHAR(Json.STRING, char.class, Character.class),
    /** Text. */
    STRING(Json.STRING, String.class),
    /** A UUID. */
    UUID_TEXT(Json.STRING, UUID.class),
    /** A URI reference. */
    URI_TEXT(Json.STRING, URI.class),
    /** Bytes, in Base64. */
    BYTES(Json.STRING, byte[].class),
    /** Any JSON value. */
    JSON(Json.ANY, JsonValue.class),
    /** An ISO 8601 instant. */
    INSTANT(Json.STRING, Instant.class),
    /** An ISO 8601 instant, for the old date class. */
    DATE(Json.STRING, Date.class),
    /** An ISO 8601 date. */
    LOCAL_DATE(Json.STRING, LocalDate.class),
    /** An ISO 8601 time. */
    LOCAL_TIME(Json.STRING, LocalTime.class),
    /** An ISO 8601 date and time. */
    LOCAL_DATE_TIME(Json.STRING, LocalDateTime.class),
    /** An ISO 8601 date and time with offset. */
    OFFSET_DATE_TIME(Json.STRING, OffsetDateTime.class),
    /** An ISO 8601 time with offset. */
    OFFSET_TIME(Json.STRING, OffsetTime.class),
    /** An ISO 8601 date and time with offset; the name of the zone is not sent. */
    ZONED_DATE_TIME(Json.STRING, ZonedDateTime.class),
    /** A year. */
    YEAR(Json.STRING, Year.class),
    /** A month of a year. */
    YEAR_MONTH(Json.STRING, YearMonth.class),
    /** A day of a month. */
    MONTH_DAY(Json.STRING, MonthDay.class),
    /** An ISO 8601 duration. */
    DURATION(Json.STRING, Duration.class),
    /** An ISO 8601 period. */
    PERIOD(Json.STRING, Period.class),
    /** The name or offset of a time zone. */
    ZONE(Json.STRING, ZoneId.class);

    /** The JSON form of a scalar. */
    public enum Json {
        /** A string. */
        STRING,
        /** A number. */
        NUMBER,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** Any value. */
        ANY
    }

    private final Json json;
    private final List<Class<?>> classes;

    ScalarKind(Json json, Class<?>... classes) {
        this.json = json;
        this.classes = List.of(classes);
    }

    /** What it is on the wire. */
    public Json json() {
        return json;
    }

    /** Whether it is a whole number that is written as digits, whatever its width. */
    public boolean isInteger() {
        return this == BYTE || this == SHORT || this == INT || this == LONG || this == LONG_TEXT || this == BIG_INTEGER;
    }

    /** The kind of a Java class; {@code JsonValue}'s and {@code ZoneId}'s subclasses count as they do. */
    public static Optional<ScalarKind> of(Class<?> type) {
        for (var kind : values()) {
            if (kind.classes.contains(type)) {
                return Optional.of(kind);
            }
        }
        if (JsonValue.class.isAssignableFrom(type)) {
            return Optional.of(JSON);
        }
        return ZoneId.class.isAssignableFrom(type) ? Optional.of(ZONE) : Optional.empty();
    }
}
