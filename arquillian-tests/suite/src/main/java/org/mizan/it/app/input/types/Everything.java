package org.mizan.it.app.input.types;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mizan.JsonText;

/** A record with a member of each kind; what comes in goes out as it was. */
public record Everything(
        byte tiny,
        short small,
        int whole,
        long large,
        @JsonText long huge,
        float rough,
        double binary,
        boolean flag,
        char letter,
        String text,
        BigDecimal price,
        BigInteger count,
        Size size,
        UUID id,
        URI home,
        byte[] bytes,
        Instant instant,
        LocalDate day,
        LocalDateTime local,
        OffsetDateTime moment,
        Duration duration,
        Optional<String> absent,
        Optional<Integer> present,
        List<Part> parts,
        Set<Integer> numbers,
        Map<String, List<Integer>> table,
        Map<Size, String> bySize,
        JsonValue json) {

    /** A nested record. */
    public record Part(String name, Optional<Part> inner) {}
}
