package org.mizan.it.app.types;

import jakarta.annotation.Nonnull;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/** Every way to say that a value may be missing, or that it may not. */
public record Nullness(
        String unsaid,
        @NonNull String nonNull,
        @Nonnull String jakartaNonnull,
        @Nullable String nullable,
        @jakarta.annotation.Nullable String jakartaNullable,
        @Nullable Integer boxed,
        Optional<String> optional,
        OptionalInt optionalInt,
        OptionalLong optionalLong,
        OptionalDouble optionalDouble,
        Optional<List<@Nullable String>> deep,
        List<@Nullable Integer> elements,
        List<Optional<String>> optionals,
        Map<String, @Nullable Integer> values,
        @Nullable List<String> nullableList) {}
