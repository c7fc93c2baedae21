package org.mizan.core.schema.type;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.annotation.Nonnull;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mizan.Client;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.TypeDefinition;
import org.mizan.core.schema.build.Built;

/** What may be null, and what is assumed when nothing is said (docs/types.md). */
class NullabilityTest {

    @NullMarked
    public record Marked(
            String unsaid,
            Integer boxed,
            @NonNull String nonNull,
            @Nonnull String jakartaNonnull,
            @Nullable String nullable,
            @jakarta.annotation.Nullable String jakarta,
            Optional<String> optional,
            OptionalInt optionalInt,
            List<@Nullable String> elements,
            Map<String, @Nullable Integer> values,
            @Nullable String[] arrayOfNullable,
            String @Nullable [] nullableArray,
            @jakarta.annotation.Nullable String[] jakartaArray,
            @jakarta.annotation.Nullable int primitive) {}

    @NullUnmarked
    public record Unmarked(String unsaid, Integer boxed) {}

    public static class Bean {
        @jakarta.annotation.Nullable
        private String byField = "";

        private String byGetter = "";
        private String bySetter = "";
        private String byParameter = "";
        private @Nullable String byOptional;
        private String byNone = "";

        public String getByField() {
            return byField;
        }

        public void setByField(String value) {
            byField = value;
        }

        @jakarta.annotation.Nullable
        public String getByGetter() {
            return byGetter;
        }

        public void setByGetter(String value) {
            byGetter = value;
        }

        public String getBySetter() {
            return bySetter;
        }

        @jakarta.annotation.Nullable
        public void setBySetter(String value) {
            bySetter = value;
        }

        public String getByParameter() {
            return byParameter;
        }

        public void setByParameter(@Nullable String value) {
            byParameter = String.valueOf(value);
        }

        public Optional<String> getByOptional() {
            return Optional.ofNullable(byOptional);
        }

        public void setByOptional(String value) {
            byOptional = value;
        }

        public String getByNone() {
            return byNone;
        }

        public void setByNone(String value) {
            byNone = value;
        }
    }

    public static class Functions {
        @Client
        public @Nullable Marked marked(Unmarked unmarked, @Nullable Bean bean, Optional<Bean> optional, Bean plain) {
            return null;
        }
    }

    private final Registry registry = Built.of(Functions.class);

    @Test
    void components_read_areNullableWhenTheySaySo() {
        assertEquals(
                Map.ofEntries(
                        Map.entry("unsaid", "string"),
                        Map.entry("boxed", "int"),
                        Map.entry("nonNull", "string"),
                        Map.entry("jakartaNonnull", "string"),
                        Map.entry("nullable", "string|null"),
                        Map.entry("jakarta", "string|null"),
                        Map.entry("optional", "string|null"),
                        Map.entry("optionalInt", "int|null"),
                        Map.entry("elements", "List<string|null>"),
                        Map.entry("values", "Map<string, int|null>"),
                        Map.entry("arrayOfNullable", "List<string|null>"),
                        Map.entry("nullableArray", "List<string>|null"),
                        Map.entry("jakartaArray", "List<string>|null"),
                        Map.entry("primitive", "int")),
                properties(Marked.class));
        assertEquals(Map.of("unsaid", "string", "boxed", "int"), properties(Unmarked.class));
    }

    @Test
    void beanProperty_read_isNullableWhenOneOfItsPartsIs() {
        assertEquals(
                Map.of(
                        "byField", "string|null",
                        "byGetter", "string|null",
                        "bySetter", "string|null",
                        "byParameter", "string|null",
                        "byOptional", "string|null",
                        "byNone", "string"),
                properties(Bean.class));
    }

    @Test
    void parametersAndResult_read_areNullableWhenTheySaySo() {
        var function = registry.function("marked").orElseThrow();
        assertEquals(Marked.class.getName() + "|null", function.result().toString());
        assertEquals(
                List.of(true, false, false, true),
                function.parameters().stream()
                        .map(parameter -> parameter.required())
                        .toList());
    }

    private Map<String, String> properties(Class<?> type) {
        var forms = new TreeMap<String, String>();
        ((TypeDefinition.ObjectType) Objects.requireNonNull(registry.types().get(type)))
                .properties()
                .forEach((name, property) -> forms.put(name, property.type().toString()));
        return forms;
    }
}
