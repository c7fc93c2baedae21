package org.mizan.it.app.types;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
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
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mizan.Client;
import org.mizan.JsonText;

/** Gives back what it gets: one function for each type. */
@ApplicationScoped
public class Echoes {

    @Client
    public boolean aBoolean(boolean value) {
        return value;
    }

    @Client
    public byte aByte(byte value) {
        return value;
    }

    @Client
    public short aShort(short value) {
        return value;
    }

    @Client
    public int anInt(int value) {
        return value;
    }

    @Client
    public long aLong(long value) {
        return value;
    }

    @Client
    public float aFloat(float value) {
        return value;
    }

    @Client
    public double aDouble(double value) {
        return value;
    }

    @Client
    public char aChar(char value) {
        return value;
    }

    @Client
    public Integer boxedInt(Integer value) {
        return value;
    }

    @Client
    public Long boxedLong(Long value) {
        return value;
    }

    @Client
    public String text(String value) {
        return value;
    }

    @Client
    public BigInteger bigInteger(BigInteger value) {
        return value;
    }

    @Client
    public BigDecimal bigDecimal(BigDecimal value) {
        return value;
    }

    @Client
    public UUID uuid(UUID value) {
        return value;
    }

    @Client
    public URI uri(URI value) {
        return value;
    }

    @Client
    public byte[] bytes(byte[] value) {
        return value;
    }

    @Client
    public Scalars.Color color(Scalars.Color value) {
        return value;
    }

    @Client
    public JsonValue json(JsonValue value) {
        return value;
    }

    @Client
    public JsonObject jsonObject(JsonObject value) {
        return value;
    }

    @Client
    public JsonArray jsonArray(JsonArray value) {
        return value;
    }

    @Client
    public Instant instant(Instant value) {
        return value;
    }

    @Client
    public Date date(Date value) {
        return value;
    }

    @Client
    public LocalDate localDate(LocalDate value) {
        return value;
    }

    @Client
    public LocalTime localTime(LocalTime value) {
        return value;
    }

    @Client
    public LocalDateTime localDateTime(LocalDateTime value) {
        return value;
    }

    @Client
    public OffsetDateTime offsetDateTime(OffsetDateTime value) {
        return value;
    }

    @Client
    public OffsetTime offsetTime(OffsetTime value) {
        return value;
    }

    @Client
    public ZonedDateTime zonedDateTime(ZonedDateTime value) {
        return value;
    }

    @Client
    public Year year(Year value) {
        return value;
    }

    @Client
    public YearMonth yearMonth(YearMonth value) {
        return value;
    }

    @Client
    public MonthDay monthDay(MonthDay value) {
        return value;
    }

    @Client
    public Duration duration(Duration value) {
        return value;
    }

    @Client
    public Period period(Period value) {
        return value;
    }

    @Client
    public ZoneId zoneId(ZoneId value) {
        return value;
    }

    @Client
    public ZoneOffset zoneOffset(ZoneOffset value) {
        return value;
    }

    @Client
    public Optional<String> optional(Optional<String> value) {
        return value;
    }

    @Client
    public OptionalInt optionalInt(OptionalInt value) {
        return value;
    }

    @Client
    public OptionalLong optionalLong(OptionalLong value) {
        return value;
    }

    @Client
    public OptionalDouble optionalDouble(OptionalDouble value) {
        return value;
    }

    @Client
    public @Nullable String nullable(@Nullable String value) {
        return value;
    }

    @Client
    public Scalars scalars(Scalars value) {
        return value;
    }

    @Client
    public Times times(Times value) {
        return value;
    }

    @Client
    public Nullness nullness(Nullness value) {
        return value;
    }

    @Client
    public Containers containers(Containers value) {
        return value;
    }

    @Client
    public List<String> list(List<String> value) {
        return value;
    }

    @Client
    public Set<Scalars.Color> set(Set<Scalars.Color> value) {
        return value;
    }

    @Client
    public Map<String, List<BigDecimal>> map(Map<String, List<BigDecimal>> value) {
        return value;
    }

    @Client
    public Map<Integer, Scalars.Color> mapByInt(Map<Integer, Scalars.Color> value) {
        return value;
    }

    @Client
    public int[][] array(int[][] value) {
        return value;
    }

    @Client
    public Containers.Number2[] objects(Containers.Number2[] value) {
        return value;
    }

    @Client
    public List<@Nullable String> holes(List<@Nullable String> value) {
        return value;
    }

    @Client
    public Generics.Page<Containers.Number2> page(Generics.Page<Containers.Number2> value) {
        return value;
    }

    @Client
    public Generics.Range<LocalDate> range(Generics.Range<LocalDate> value) {
        return value;
    }

    @Client
    public Generics.Entry<String, Integer> entry(Generics.Entry<String, Integer> value) {
        return value;
    }

    @Client
    public Generics.Tree<List<String>> tree(Generics.Tree<List<String>> value) {
        return value;
    }

    @Client
    public Generics.Uses uses(Generics.Uses value) {
        return value;
    }

    @Client
    public Generics.Folder folder(Generics.Folder value) {
        return value;
    }

    @Client
    public People.Person person(People.Person value) {
        return value;
    }

    @Client
    public People.Employee employee(People.Employee value) {
        return value;
    }

    @Client
    public People.Money money(People.Money value) {
        return value;
    }

    @Client
    public People.Account account(People.Account value) {
        return value;
    }

    @Client
    public Payments.Payment payment(Payments.Payment value) {
        return value;
    }

    @Client
    public Payments.Transfer transfer(Payments.Transfer value) {
        return value;
    }

    @Client
    public Payments.Card card(Payments.Card value) {
        return value;
    }

    @Client
    public List<Payments.Payment> payments(List<Payments.Payment> value) {
        return value;
    }

    @Client
    public Payments.Vehicle vehicle(Payments.Vehicle value) {
        return value;
    }

    @Client
    public Payments.Outcome<Payments.Payment> outcome(Payments.Outcome<Payments.Payment> value) {
        return value;
    }

    @Client
    public Map<String, Payments.Outcome<List<Integer>>> outcomes(Map<String, Payments.Outcome<List<Integer>>> value) {
        return value;
    }

    @Client
    public Payments.Invoice invoice(Payments.Invoice value) {
        return value;
    }

    @Client
    public Shapes.Shape shape(Shapes.Shape value) {
        return value;
    }

    @Client
    public List<Shapes.Shape> shapes(List<Shapes.Shape> value) {
        return value;
    }

    @Client
    public Customised customised(Customised value) {
        return value;
    }

    @Client
    @JsonText
    public long longText(@JsonText long value) {
        return value;
    }

    /** Half a surrogate pair, which has no UTF-8. */
    @Client
    public String half() {
        return "\ud83d";
    }

    /** A null where the type has none. */
    @Client
    @SuppressWarnings("NullAway")
    public List<String> broken() {
        return Arrays.asList("a", null);
    }
}
