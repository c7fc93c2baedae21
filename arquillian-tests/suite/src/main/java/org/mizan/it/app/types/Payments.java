package org.mizan.it.app.types;

import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sealed types without {@code @JsonbTypeInfo}: told apart by {@code @type}. */
public final class Payments {
    private Payments() {}

    /** An interface with records, a sealed interface and a bean below it. */
    public sealed interface Payment permits Card, Transfer, Split, Voucher {}

    /** A record. */
    public record Card(String number, LocalDate until) implements Payment {}

    /** A sealed type below a sealed type. */
    public sealed interface Transfer extends Payment permits Sepa, Swift {}

    /** A record two steps below. */
    public record Sepa(String iban, @JsonbProperty("sum") BigDecimal amount) implements Transfer {}

    /** Another one. */
    public record Swift(String bic) implements Transfer {}

    /** A recursive one. */
    public record Split(
            List<Payment> parts,
            Optional<Payment> rest,
            @Nullable Transfer refund,
            Map<String, Payment> byName,
            Payment[] array)
            implements Payment {}

    /** A bean. */
    public static final class Voucher implements Payment {
        private String code = "";

        public String getCode() {
            return code;
        }

        public void setCode(String code) {
            this.code = code;
        }
    }

    /** An abstract class with a property of its own. */
    public abstract static sealed class Vehicle permits Car, Bike {
        public int wheels;
    }

    /** Below a class. */
    public static final class Car extends Vehicle {
        public String plate = "";
    }

    /** Below a class, without properties of its own. */
    public static final class Bike extends Vehicle {}

    /** A generic sealed type. */
    public sealed interface Outcome<T> permits Done, Failed {}

    /** Carries the argument. */
    public record Done<T>(T value, List<T> others) implements Outcome<T> {}

    /** Carries nothing of it. */
    public record Failed<T>(String reason) implements Outcome<T> {}

    /** What holds sealed types besides others. */
    public record Invoice(
            int number, Payment payment, @Nullable Card card, Generics.Page<Payment> page) {}
}
