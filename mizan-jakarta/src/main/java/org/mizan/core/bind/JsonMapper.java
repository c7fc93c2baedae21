package org.mizan.core.bind;

import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.config.BinaryDataStrategy;
import jakarta.json.bind.config.PropertyOrderStrategy;
import jakarta.json.spi.JsonProvider;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Date;
import java.util.Locale;
import org.mizan.core.bind.tree.TreeProvider;
import org.mizan.core.bind.tree.TreeWriter;

/**
 * The one configured JSON-B of an application, with the JSON-P that belongs to it.
 *
 * <p>Nulls are written, bytes are Base64, and what JSON-B would write in a form that JavaScript cannot read (dates
 * with the zone in brackets) or not at all has an adapter. Thread-safe; closed with the application.
 */
public final class JsonMapper implements AutoCloseable {
    private final JsonProvider provider;
    private final Jsonb jsonb;

    /** Finds the platform's JSON-P and JSON-B. */
    public JsonMapper() {
        this.provider = JsonProvider.provider();
        this.jsonb = JsonbBuilder.newBuilder()
                .withProvider(new TreeProvider(provider))
                .withConfig(new JsonbConfig()
                        .withNullValues(true)
                        .withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL)
                        .withBinaryDataStrategy(BinaryDataStrategy.BASE_64)
                        .withAdapters(
                                new ZonedDateTimeText(),
                                new DateText(),
                                new YearText(),
                                new YearMonthText(),
                                new MonthDayText()))
                .build();
    }

    Jsonb jsonb() {
        return jsonb;
    }

    /**
     * The JSON of any value, as JSON-B writes it.
     *
     * @throws jakarta.json.bind.JsonbException when it cannot
     */
    public String toJson(Object value) {
        return jsonb.toJson(value);
    }

    /**
     * The same as a value, without the way through text.
     *
     * @param type what JSON-B is to take it for
     * @throws RuntimeException when it cannot, or what it wrote is not one whole value
     */
    JsonValue toTree(Object value, Type type) {
        var writer = new TreeWriter(provider);
        jsonb.toJson(value, type, writer);
        return writer.value();
    }

    /** The JSON-P provider. */
    public JsonProvider provider() {
        return provider;
    }

    @Override
    public void close() {
        try {
            jsonb.close();
        } catch (Exception e) {
            throw new IllegalStateException("JSON-B did not close", e);
        }
    }

    private static final class ZonedDateTimeText implements JsonbAdapter<ZonedDateTime, String> {
        @Override
        public String adaptToJson(ZonedDateTime value) {
            return value.toOffsetDateTime().toString();
        }

        @Override
        public ZonedDateTime adaptFromJson(String text) {
            return ZonedDateTime.parse(text);
        }
    }

    private static final class DateText implements JsonbAdapter<Date, String> {
        @Override
        public String adaptToJson(Date value) {
            return value.toInstant().toString();
        }

        @Override
        public Date adaptFromJson(String text) {
            return Date.from(Instant.from(OffsetDateTime.parse(text)));
        }
    }

    private static final class YearText implements JsonbAdapter<Year, String> {
        /** What {@link Year#parse} reads; {@code toString} leaves out the leading zeros. */
        private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
                .appendValue(ChronoField.YEAR, 4, 10, SignStyle.EXCEEDS_PAD)
                .toFormatter(Locale.ROOT);

        @Override
        public String adaptToJson(Year value) {
            return FORM.format(value);
        }

        @Override
        public Year adaptFromJson(String text) {
            return Year.parse(text);
        }
    }

    private static final class YearMonthText implements JsonbAdapter<YearMonth, String> {
        @Override
        public String adaptToJson(YearMonth value) {
            return value.toString();
        }

        @Override
        public YearMonth adaptFromJson(String text) {
            return YearMonth.parse(text);
        }
    }

    private static final class MonthDayText implements JsonbAdapter<MonthDay, String> {
        @Override
        public String adaptToJson(MonthDay value) {
            return value.toString();
        }

        @Override
        public MonthDay adaptFromJson(String text) {
            return MonthDay.parse(text);
        }
    }
}
