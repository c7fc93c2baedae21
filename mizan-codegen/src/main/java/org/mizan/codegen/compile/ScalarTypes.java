package org.mizan.codegen.compile;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mizan.codegen.model.Declaration;
import org.mizan.codegen.model.TypeText;
import org.mizan.core.schema.ScalarKind;

/** What scalars are in TypeScript: what JavaScript has, or text with a brand. */
final class ScalarTypes {
    private static final String TIME = "\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?";
    private static final String DATE = "[+-]?\\d{4,10}-\\d\\d-\\d\\d";
    private static final String OFFSET = "(Z|[+-]\\d\\d(:\\d\\d){1,2})";
    private static final String JSON = "JsonValue";

    private static final Map<ScalarKind, Declaration.Branded> BRANDED = branded();

    private ScalarTypes() {}

    private static Map<ScalarKind, Declaration.Branded> branded() {
        var branded = new EnumMap<ScalarKind, Declaration.Branded>(ScalarKind.class);
        brand(branded, ScalarKind.BIG_DECIMAL, "Decimal", "-?\\d+(\\.\\d+)?", "a decimal number");
        brand(branded, ScalarKind.BIG_INTEGER, "BigIntText", "-?\\d+", "a whole number");
        brand(branded, ScalarKind.LONG_TEXT, "LongText", "-?\\d+", "a whole number");
        brand(
                branded,
                ScalarKind.UUID_TEXT,
                "Uuid",
                "[\\da-fA-F]{8}-[\\da-fA-F]{4}-[\\da-fA-F]{4}-[\\da-fA-F]{4}-[\\da-fA-F]{12}",
                "a UUID");
        brand(branded, ScalarKind.URI_TEXT, "Uri", "\\S*", "a URI");
        brand(
                branded,
                ScalarKind.BYTES,
                "Base64",
                "([A-Za-z\\d+/]{4})*([A-Za-z\\d+/]{2}==|[A-Za-z\\d+/]{3}=)?",
                "Base64");
        brand(branded, ScalarKind.INSTANT, "Instant", DATE + "T" + TIME + OFFSET, "an ISO 8601 instant");
        brand(branded, ScalarKind.DATE, "Instant", DATE + "T" + TIME + OFFSET, "an ISO 8601 instant");
        brand(branded, ScalarKind.LOCAL_DATE, "LocalDate", DATE, "an ISO 8601 date");
        brand(branded, ScalarKind.LOCAL_TIME, "LocalTime", TIME, "an ISO 8601 time");
        brand(branded, ScalarKind.LOCAL_DATE_TIME, "LocalDateTime", DATE + "T" + TIME, "an ISO 8601 date and time");
        brand(
                branded,
                ScalarKind.OFFSET_DATE_TIME,
                "OffsetDateTime",
                DATE + "T" + TIME + OFFSET,
                "an ISO 8601 date and time with offset");
        brand(branded, ScalarKind.OFFSET_TIME, "OffsetTime", TIME + OFFSET, "an ISO 8601 time with offset");
        brand(
                branded,
                ScalarKind.ZONED_DATE_TIME,
                "ZonedDateTime",
                DATE + "T" + TIME + OFFSET + "(\\[[^\\]]+\\])?",
                "an ISO 8601 date and time with offset");
        brand(branded, ScalarKind.YEAR, "Year", "[+-]?\\d{4,10}", "a year");
        brand(branded, ScalarKind.YEAR_MONTH, "YearMonth", "[+-]?\\d{4,10}-\\d\\d", "a month of a year");
        brand(branded, ScalarKind.MONTH_DAY, "MonthDay", "--\\d\\d-\\d\\d", "a day of a month");
        brand(branded, ScalarKind.DURATION, "Duration", "[+-]?P[-+\\d.DTHMS]+", "an ISO 8601 duration");
        brand(branded, ScalarKind.PERIOD, "Period", "[+-]?P[-+\\dYMWD]+", "an ISO 8601 period");
        brand(branded, ScalarKind.ZONE, "Zone", "[A-Za-z+-][\\w+/:.-]*", "a time zone");
        return Map.copyOf(branded);
    }

    private static void brand(
            Map<ScalarKind, Declaration.Branded> branded, ScalarKind kind, String name, String pattern, String what) {
        branded.put(kind, new Declaration.Branded(name, pattern, what));
    }

    static TypeText text(ScalarKind kind) {
        var branded = BRANDED.get(kind);
        if (branded != null) {
            return TypeText.named(branded.name());
        }
        return switch (kind.json()) {
            case BOOLEAN -> TypeText.of("boolean");
            case NUMBER -> TypeText.of("number");
            case STRING -> TypeText.of("string");
            case ANY -> TypeText.named(JSON);
        };
    }

    /** What {@code types.ts} has to declare for a kind. */
    static @Nullable Declaration declaration(ScalarKind kind) {
        return kind == ScalarKind.JSON ? new Declaration.AnyJson(JSON) : BRANDED.get(kind);
    }

    /** All names of branded types, in use or not: a class added tomorrow must not rename another one. */
    static java.util.Set<String> names() {
        var names = new java.util.TreeSet<String>();
        BRANDED.values().forEach(branded -> names.add(branded.name()));
        names.add(JSON);
        return names;
    }
}
