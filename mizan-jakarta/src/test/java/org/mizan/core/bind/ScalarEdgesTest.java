package org.mizan.core.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.mizan.Client;
import org.mizan.core.protocol.BadParameterException;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.build.Built;

/**
 * Values that did not come back as they went, found when every type was sent around on the servers: the year 1 was
 * written as {@code "1"}, which no year is read from; an {@code OptionalDouble} that held something was a 500; a region
 * bound to a {@code ZoneOffset} and broke the call of the method; Base64 without its padding was taken.
 */
class ScalarEdgesTest {

    public static class Functions {
        @Client
        public Year year(Year value) {
            return value;
        }

        @Client
        public OptionalDouble real(OptionalDouble value) {
            return value;
        }

        @Client
        public ZoneOffset offset(ZoneOffset value) {
            return value;
        }

        @Client
        public byte[] bytes(byte[] value) {
            return value;
        }
    }

    private final Registry registry = Built.of(Functions.class);
    private final ResultWriter writer = new ResultWriter(registry, new JsonMapper());
    private final ArgumentBinder binder = new ArgumentBinder(registry, new JsonMapper());

    private String roundTrip(String name, String json) {
        var function = registry.function(name).orElseThrow();
        return writer.write(
                function, binder.bind(function.parameters(), args(json)).of(function)[0]);
    }

    private static JsonObject args(String json) {
        return Json.createReader(new StringReader("{\"value\":" + json + "}")).readObject();
    }

    private void refused(String name, String json) {
        var function = registry.function(name).orElseThrow();
        assertThrows(BadParameterException.class, () -> binder.bind(function.parameters(), args(json)));
    }

    @Test
    void earlyYear_writtenAndRead_isTheSame() {
        assertEquals("\"0001\"", roundTrip("year", "\"0001\""));
        assertEquals("\"-0044\"", roundTrip("year", "\"-0044\""));
        assertEquals("\"+12345\"", roundTrip("year", "\"+12345\""));
        assertEquals("\"2026\"", roundTrip("year", "\"2026\""));
    }

    @Test
    void optionalDouble_withAValue_isWritten() {
        assertEquals("0.5", roundTrip("real", "0.5"));
        assertEquals("null", roundTrip("real", "null"));
    }

    @Test
    void region_forAnOffset_isRefused() {
        assertEquals("\"+02:00\"", roundTrip("offset", "\"+02:00\""));
        assertEquals("\"Z\"", roundTrip("offset", "\"Z\""));
        refused("offset", "\"Europe/Berlin\"");
        var function = registry.function("offset").orElseThrow();
        assertThrows(
                BadParameterException.class,
                () -> binder.bind(function.parameters(), Map.of("value", List.of("Europe/Berlin"))));
    }

    @Test
    void base64_otherThanItIsWritten_isRefused() {
        assertEquals("\"AP8=\"", roundTrip("bytes", "\"AP8=\""));
        refused("bytes", "\"AP8\"");
        refused("bytes", "\"AP9=\"");
        refused("bytes", "\"A P8=\"");
        refused("bytes", "\"-_8=\"");
    }
}
