package org.mizan.ssr.props;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mizan.core.bind.JsonMapper;
import org.mizan.core.bind.UnfitResultException;
import org.mizan.ssr.ViewException;

class ModelWriterTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final ModelWriter writer = new ModelWriter(MAPPER);

    @AfterAll
    static void close() {
        MAPPER.close();
    }

    /** A record with members of the kinds that results have. */
    public record Item(long id, BigDecimal price, LocalDate added, List<String> tags, Size size) {}

    /** An enum whose constants have bodies. */
    public enum Size {
        SMALL {},
        LARGE
    }

    /** A sealed type. */
    public sealed interface Shape permits Circle, Square {}

    /** One alternative. */
    public record Circle(int radius) implements Shape {}

    /** The other. */
    public record Square(int side) implements Shape {}

    /** Its type parameter is bound by nothing that a value knows. */
    public record Slice<T>(List<T> items, int total) {}

    private String write(Object value) {
        var json = writer.write(Collections.singletonMap("v", value));
        return json.substring("{\"v\":".length(), json.length() - 1);
    }

    private static Object nested(int depth) {
        Object value = "in";
        for (int i = 0; i < depth; i++) {
            value = i % 2 == 0 ? List.of(value) : Map.of("a", value);
        }
        return value;
    }

    @Test
    void valuesNestedTooDeeply_areRefused_andSoAreThoseThatContainThemselves() {
        assertEquals(write(nested(500)).indexOf("\"in\""), write(nested(500)).lastIndexOf("\"in\""));
        assertThrows(ViewException.class, () -> write(nested(501)));
        var own = new HashMap<String, Object>();
        own.put("own", own);
        var e = assertThrows(ViewException.class, () -> write(own));
        assertTrue(e.getMessage().startsWith("MIZAN-01362: the model 'v' 'own' 'own'"), e.getMessage());
        assertTrue(e.getMessage().length() < 300, e.getMessage());
    }

    @Test
    void records_areWrittenAsResultsAre() {
        assertEquals(
                "{\"added\":\"2026-01-02\",\"id\":5,\"price\":\"1.50\",\"size\":\"SMALL\",\"tags\":[\"b\",\"a\"]}",
                write(new Item(5, new BigDecimal("1.50"), LocalDate.of(2026, 1, 2), List.of("b", "a"), Size.SMALL)));
    }

    @Test
    void mapsAndCollections_areWrittenByTheirElements() {
        var map = new LinkedHashMap<String, Object>();
        map.put("z", Arrays.asList(1, null, Optional.of("x"), Optional.empty(), new int[] {3, 2}));
        map.put("a", Map.of(Size.LARGE, true));
        assertEquals("{\"a\":{\"LARGE\":true},\"z\":[1,null,\"x\",null,[3,2]]}", write(map));
        assertEquals("[\"a\",\"b\",\"c\"]", write(Set.of("c", "a", "b")));
        assertEquals("{}", writer.write(Map.of()));
    }

    @Test
    void alternativeOfASealedType_saysWhichOne() {
        assertEquals("{\"@type\":\"Circle\",\"radius\":2}", write(new Circle(2)));
        assertEquals("[{\"@type\":\"Square\",\"side\":1}]", write(List.of(new Square(1))));
    }

    @Test
    void recordWithATypeParameter_isWrittenByItsValues() {
        assertEquals("{\"items\":[1,2],\"total\":2}", write(new Slice<>(List.of(1, 2), 2)));
    }

    @Test
    void json_isTakenAsItIs_inCanonicalForm() {
        assertEquals(
                "{\"a\":[],\"b\":1}",
                write(Json.createObjectBuilder()
                        .add("b", 1)
                        .add("a", Json.createArrayBuilder())
                        .build()));
    }

    @Test
    void halfOfASurrogatePair_isMended_wherePagesWouldMendIt() {
        assertEquals("\"a\uFFFDb\"", write("a\ud800b"));
        assertEquals("[\"\uFFFD\uD83D\uDE00\"]", write(List.of("\udc00\uD83D\uDE00")));
        assertEquals("{\"\uFFFD\":1}", write(Map.of("\ud800", 1)));
    }

    @Test
    void longBeyondJavaScript_isRefused_namingTheModel() {
        var failure = assertThrows(UnfitResultException.class, () -> writer.write(Map.of("big", 1L << 60)));
        assertTrue(failure.getMessage().contains("'big'"), failure.getMessage());
    }
}
