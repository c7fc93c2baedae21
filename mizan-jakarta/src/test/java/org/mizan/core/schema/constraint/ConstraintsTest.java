package org.mizan.core.schema.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.Default;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.validator.constraints.CompositionType;
import org.hibernate.validator.constraints.ConstraintComposition;
import org.junit.jupiter.api.Test;
import org.mizan.Client;
import org.mizan.ReactContext;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.TypeDefinition;
import org.mizan.core.schema.build.Built;

/** Constraints and deprecation of the models, written as {@code Size{max=3} in ELEMENT}. */
class ConstraintsTest {

    public interface Later {}

    @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
    @Retention(RetentionPolicy.RUNTIME)
    @jakarta.validation.Constraint(validatedBy = {})
    @Pattern(regexp = "[0-9]+")
    @Size(min = 5, max = 5)
    public @interface Zip {
        String message() default "no zip";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        @OverridesAttribute(constraint = Size.class, name = "max")
        int longest() default 10;
    }

    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    @jakarta.validation.Constraint(validatedBy = {})
    @ConstraintComposition(CompositionType.OR)
    @Email
    @Size(max = 0)
    public @interface EmailOrNothing {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    public record Address(
            @NotBlank @Size(max = 80) String street,
            @Zip String zip,
            @Zip(longest = 7, message = "{zip}") String foreign,
            @EmailOrNothing String email,
            @Size(min = 1) List<@NotBlank @Size(max = 3) String> lines,
            Map<@Pattern(regexp = "a+", flags = Pattern.Flag.CASE_INSENSITIVE) String, List<@Valid Address>> others,
            Optional<@Email String> maybe,

            @DecimalMin(value = "0.5", inclusive = false) @Digits(integer = 3, fraction = 2)
            BigDecimal price,

            @Pattern(regexp = "a") @Pattern(regexp = "b") String two,
            @NotNull(groups = Later.class) String later,
            @NotNull(groups = {Later.class, Default.class}) String both,
            @Size(max = 2) String[] codes) {}

    public interface Priced {
        @Positive
        int getPrice();
    }

    public static class Parent implements Priced {
        @Max(100)
        private int price;

        @Override
        @Min(1)
        public int getPrice() {
            return price;
        }

        @NotNull
        @Deprecated
        public String getOld() {
            return "";
        }
    }

    public static class Child extends Parent {
        @Override
        @Max(50)
        public int getPrice() {
            return 1;
        }

        public void setPrice(@Max(7) int price) {}
    }

    public static final class PersonContext implements ReactContext {}

    public interface Service {
        Child save(@NotNull String name);
    }

    @Deprecated
    public record Gone(@Deprecated int a, int b) {}

    public enum Level {
        LOW,
        @Deprecated
        MIDDLE,
        HIGH
    }

    public static class Functions implements Service {
        @Override
        @Client
        public Child save(String name) {
            return new Child();
        }

        @Client(context = PersonContext.class)
        public Address one(@Min(1) long id, List<@Size(max = 9) String> tags) {
            throw new IllegalStateException();
        }

        @Client(context = PersonContext.class)
        @Deprecated
        public Gone other(@Max(9) @Deprecated long id, Level level) {
            throw new IllegalStateException();
        }
    }

    private final Registry registry = Built.of(Functions.class);

    @Test
    void constraintsOfARecord_read_haveNamesAttributesAndPlaces() {
        assertEquals("[NotBlank{}, Size{max=80}]", property(Address.class, "street"));
        assertEquals("[own Zip{}, Pattern{regexp=[0-9]+}, Size{max=10, min=5}]", property(Address.class, "zip"));
        assertEquals(
                "[own Zip{longest=7, message={zip}}, Pattern{regexp=[0-9]+}, Size{max=7, min=5}]",
                property(Address.class, "foreign"));
        assertEquals("[own EmailOrNothing{}]", property(Address.class, "email"));
        assertEquals("[Size{min=1}, NotBlank{} in ELEMENT, Size{max=3} in ELEMENT]", property(Address.class, "lines"));
        assertEquals(
                "[Pattern{flags=[CASE_INSENSITIVE], regexp=a+} in KEY, Valid{} in VALUE ELEMENT]",
                property(Address.class, "others"));
        assertEquals("[Email{}]", property(Address.class, "maybe"));
        assertEquals("[Size{max=2}]", property(Address.class, "codes"));
        assertEquals(
                "[DecimalMin{inclusive=false, value=0.5}, Digits{fraction=2, integer=3}]",
                property(Address.class, "price"));
        assertEquals("[Pattern{regexp=a}, Pattern{regexp=b}]", property(Address.class, "two"));
    }

    @Test
    void constraintsOfOtherGroups_read_areLeftOut() {
        assertEquals("[]", property(Address.class, "later"));
        assertEquals("[NotNull{}]", property(Address.class, "both"));
    }

    @Test
    void constraintsOfABean_read_areThoseOfFieldsAndGettersOfAllParents() {
        assertEquals("[Max{value=100}, Max{value=50}, Min{value=1}, Positive{}]", property(Child.class, "price"));
    }

    @Test
    void constraintsOfAnOverriddenMethod_read_areTheParametersToo() {
        var save = registry.function("save").orElseThrow();
        assertEquals("[NotNull{}]", text(save.parameters().get(0).constraints()));
    }

    @Test
    void constraintsOfFunctionsOfAContext_merged_allHold() {
        var person = registry.context("person").orElseThrow();
        assertEquals(
                "[Min{value=1}, Max{value=9}]",
                text(person.parameters().get("id").constraints()));
        assertFalse(person.parameters().get("id").deprecated());
        assertEquals(
                "[Size{max=9} in ELEMENT]", text(person.parameters().get("tags").constraints()));
    }

    @Test
    void deprecation_read_isThatOfFunctionsParametersPropertiesTypesAndConstants() {
        var other = registry.function("other").orElseThrow();
        assertTrue(other.deprecated());
        assertTrue(other.parameter("id").orElseThrow().deprecated());
        assertFalse(registry.function("one").orElseThrow().deprecated());
        var gone = object(Gone.class);
        assertTrue(gone.deprecated());
        assertTrue(gone.properties().get("a").deprecated());
        assertFalse(gone.properties().get("b").deprecated());
        assertTrue(object(Child.class).properties().get("old").deprecated());
        var level = (TypeDefinition.EnumType)
                Objects.requireNonNull(registry.types().get(Level.class));
        assertEquals(java.util.Set.of("MIDDLE"), level.deprecatedConstants());
        assertFalse(level.deprecated());
    }

    private String property(Class<?> type, String name) {
        return text(object(type).properties().get(name).constraints());
    }

    private TypeDefinition.ObjectType object(Class<?> type) {
        return (TypeDefinition.ObjectType)
                Objects.requireNonNull(registry.types().get(type));
    }

    private static String text(List<Constraint> constraints) {
        return constraints.stream()
                .map(constraint -> (constraint.standard() ? "" : "own ")
                        + constraint.name()
                        + constraint.attributes()
                        + (constraint.within().isEmpty() ? "" : " in ")
                        + String.join(
                                " ",
                                constraint.within().stream().map(Enum::name).toList()))
                .toList()
                .toString();
    }
}
