package org.mizan.core.schema.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.mizan.Client;
import org.mizan.JsonText;
import org.mizan.Param;
import org.mizan.ReactContext;
import org.mizan.core.schema.ParameterModel;

class ParametersTest {

    /** Somebody else's annotation of that simple name. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    public @interface Nullable {}

    public enum Sort {
        NEWEST,
        CHEAPEST
    }

    public static class Functions {
        @Client
        public void take(
                long primitive,
                Integer boxed,
                Optional<String> optional,
                OptionalInt optionalInt,
                @Nullable String nullable,
                org.mizan.core.schema.build.ParametersTest.@org.jspecify.annotations.Nullable Sort typeUse,
                @Param(defaultValue = "1") int page,
                @Param(defaultValue = "NEWEST") Sort sort,
                @Param(defaultValue = "") String empty,
                @Param(defaultValue = "2026-01-02") LocalDate day,
                @Param(defaultValue = "1.50") Optional<BigDecimal> price,
                @JsonText long big,
                List<@org.jspecify.annotations.Nullable String> holes,
                @Nullable int never) {}
    }

    private final java.util.function.Function<String, ParameterModel> parameter =
            name -> Built.function(Functions.class, "take").parameter(name).orElseThrow();

    @Test
    void parameters_read_areRequiredUnlessTheySayOtherwise() {
        assertTrue(parameter.apply("primitive").required());
        assertTrue(parameter.apply("boxed").required());
        assertTrue(parameter.apply("holes").required());
        assertTrue(parameter.apply("never").required(), "a primitive is never null");
        for (var name : List.of("optional", "optionalInt", "nullable", "typeUse", "page", "empty", "price")) {
            assertFalse(parameter.apply(name).required(), name);
        }
    }

    @Test
    void defaults_read_areValuesOfTheirType() {
        assertEquals(1, parameter.apply("page").defaultValue());
        assertEquals(Sort.NEWEST, parameter.apply("sort").defaultValue());
        assertEquals("", parameter.apply("empty").defaultValue());
        assertEquals(LocalDate.of(2026, 1, 2), parameter.apply("day").defaultValue());
        assertEquals(new BigDecimal("1.50"), parameter.apply("price").defaultValue());
        assertNull(parameter.apply("boxed").defaultValue());
    }

    @Test
    void types_read_areReadable() {
        assertEquals("long", parameter.apply("primitive").type().toString());
        assertEquals("string|null", parameter.apply("optional").type().toString());
        assertEquals("long_text", parameter.apply("big").type().toString());
        assertEquals("List<string|null>", parameter.apply("holes").type().toString());
        assertEquals("int", parameter.apply("never").type().toString());
    }

    public static final class ListContext implements ReactContext {}

    public static class Merged {
        @Client(context = ListContext.class)
        public String a(long id, OptionalInt page, @Nullable String filter) {
            return "";
        }

        @Client(context = ListContext.class)
        public String b(Optional<Long> id, @Param(defaultValue = "1") Integer page, Optional<String> filter) {
            return "";
        }

        @Client(affects = ListContext.class)
        public void change(@Param("id") int other) {}
    }

    @Test
    void contextParameters_merged_areRequiredWhenOneFunctionRequiresThem() {
        var context = Built.of(Merged.class).context("list").orElseThrow();
        assertTrue(context.parameter("id").orElseThrow().required());
        assertEquals(1, context.parameter("page").orElseThrow().defaultValue());
        assertFalse(context.parameter("filter").orElseThrow().required());
    }

    @Test
    void mutationParameter_ofAnotherWidth_isInScope() {
        var change = Built.function(Merged.class, "change");
        assertEquals(List.of("filter", "id", "page"), change.affects().get(0).parameters());
    }
}
