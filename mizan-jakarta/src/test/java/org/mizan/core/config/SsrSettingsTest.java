package org.mizan.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mizan.core.problem.Problems;

class SsrSettingsTest {
    private final Problems problems = new Problems();

    private SsrSettings read(Map<String, String> configured) {
        return new SettingsReader(name -> Optional.ofNullable(configured.get(name)), problems)
                .read()
                .ssr();
    }

    @Test
    void everything_configured_isRead(@TempDir Path views) {
        var configured = new HashMap<>(Map.of(
                PropertyNames.SSR_BUN, "/opt/bun",
                PropertyNames.SSR_WORKERS, "3",
                PropertyNames.SSR_TIMEOUT, "250",
                PropertyNames.SSR_QUEUE, "0",
                PropertyNames.SSR_ON_OVERLOAD, "client",
                PropertyNames.SSR_ON_FAILURE, "error",
                PropertyNames.SSR_MAX_PAGE, "1000",
                PropertyNames.SSR_TIME_ZONE, "Europe/Berlin",
                PropertyNames.SSR_PRERENDER_RATE, "0"));
        configured.putAll(Map.of(
                PropertyNames.SSR_RECYCLE_RENDERS, "7",
                PropertyNames.SSR_RECYCLE_AGE, "60",
                PropertyNames.SSR_RECYCLE_RSS, "0",
                PropertyNames.SSR_DEV, "true",
                PropertyNames.SSR_SOURCE, views.toString(),
                PropertyNames.SSR_CLIENT, "/client"));
        assertEquals(
                new SsrSettings(
                        Optional.of("/opt/bun"),
                        3,
                        Duration.ofMillis(250),
                        0,
                        true,
                        false,
                        new SsrSettings.Recycle(7, Duration.ofSeconds(60), 0),
                        1000,
                        Optional.of(new SsrSettings.Development(views.toString(), Optional.of("/client"))),
                        ZoneId.of("Europe/Berlin"),
                        0),
                read(configured));
        assertEquals(List.of(), problems.errors());
    }

    @Test
    void development_needsAFolderThatIsThere(@TempDir Path temp) throws Exception {
        read(Map.of(PropertyNames.SSR_DEV, "true"));
        var file = Files.createFile(temp.resolve("views")).toString();
        for (var source : List.of(file, temp.resolve("nowhere").toString(), "\0")) {
            read(Map.of(PropertyNames.SSR_DEV, "true", PropertyNames.SSR_SOURCE, source));
        }
        var errors = problems.errors().stream().map(Object::toString).toList();
        assertEquals(4, errors.size(), errors.toString());
        assertTrue(errors.get(0).startsWith("MIZAN-00120"), errors.get(0));
        assertTrue(errors.get(1).startsWith("MIZAN-00122") && errors.get(1).contains(file), errors.get(1));
        read(Map.of(PropertyNames.SSR_DEV, "false", PropertyNames.SSR_SOURCE, file));
        assertEquals(4, problems.errors().size(), "in production it is not looked at");
    }

    @ParameterizedTest
    @CsvSource({
        PropertyNames.SSR_TIME_ZONE + ", Mars/Olympus",
        PropertyNames.SSR_WORKERS + ", 0",
        PropertyNames.SSR_WORKERS + ", 65",
        PropertyNames.SSR_QUEUE + ", -1",
        PropertyNames.SSR_MAX_PAGE + ", 0",
        PropertyNames.SSR_ON_FAILURE + ", ignore",
        PropertyNames.SSR_ON_OVERLOAD + ", queue",
        PropertyNames.SSR_DEV + ", yes",
    })
    void whatCannotBe_isRefused_andTheDefaultHolds(String name, String value) {
        assertEquals(SsrSettings.defaults(), read(Map.of(name, value)));
        assertEquals(1, problems.errors().size(), problems.errors().toString());
        assertTrue(problems.errors().get(0).toString().contains(name));
    }
}
