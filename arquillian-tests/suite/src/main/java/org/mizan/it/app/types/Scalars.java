package org.mizan.it.app.types;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.UUID;
import org.mizan.JsonText;

/** A member of each type that has no parts, but for those of time. */
public record Scalars(
        boolean flag,
        Boolean boxedFlag,
        byte tiny,
        Byte boxedTiny,
        short small,
        Short boxedSmall,
        int whole,
        Integer boxedWhole,
        long large,
        Long boxedLarge,
        @JsonText long huge,
        @JsonText Long boxedHuge,
        float rough,
        Float boxedRough,
        double real,
        Double boxedReal,
        char letter,
        Character boxedLetter,
        String text,
        BigInteger count,
        BigDecimal exact,
        UUID id,
        URI home,
        byte[] bytes,
        Color color,
        JsonValue json,
        JsonObject object,
        JsonArray array) {

    /** An enum whose text is another than its name. */
    public enum Color {
        RED,
        GREEN {
            @Override
            public String toString() {
                return "verde";
            }
        },
        @Deprecated
        GREY
    }
}
