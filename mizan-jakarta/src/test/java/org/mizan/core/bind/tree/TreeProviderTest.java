package org.mizan.core.bind.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TreeProviderTest {
    private static final JsonProvider PLATFORM = JsonProvider.provider();
    private final JsonProvider provider = new TreeProvider(PLATFORM);

    /** The class it extends would throw {@link UnsupportedOperationException}. */
    @Test
    void methods_ofTheProvider_allAreHandedOn() {
        for (var method : JsonProvider.class.getMethods()) {
            if (method.getDeclaringClass() == JsonProvider.class && !Modifier.isStatic(method.getModifiers())) {
                var own = Arrays.stream(TreeProvider.class.getDeclaredMethods())
                        .filter(each -> each.getName().equals(method.getName())
                                && Arrays.equals(each.getParameterTypes(), method.getParameterTypes()))
                        .count();
                assertEquals(1, own, method.toString());
            }
        }
    }

    @Test
    void otherWriters_getText() {
        var writer = new StringWriter();
        provider.createGenerator(writer).writeStartArray().write(1).writeEnd().close();
        var bytes = new ByteArrayOutputStream();
        provider.createGenerator(bytes).write("a").close();

        assertEquals("[1]", writer.toString());
        assertEquals("\"a\"", bytes.toString(StandardCharsets.UTF_8));
    }

    /** As from a JSON-B that asks a factory. */
    @Test
    void textWritten_isRead() {
        var writer = new TreeWriter(PLATFORM);
        provider.createGeneratorFactory(Map.of())
                .createGenerator(writer)
                .writeStartObject()
                .write("a", 1)
                .writeEnd()
                .close();

        assertEquals(Json.createObjectBuilder().add("a", 1).build(), writer.value());
    }

    @Test
    void nothingWritten_isNoValue() {
        assertThrows(JsonException.class, new TreeWriter(PLATFORM)::value);
    }

    @Test
    void values_areThePlatforms() {
        assertEquals(
                Json.createArrayBuilder().add(1).add("a").build(),
                provider.createArrayBuilder(provider.createArrayBuilder()
                                .add(provider.createValue(1))
                                .build())
                        .add(provider.createValue("a"))
                        .build());
    }
}
