package org.mizan.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mizan.core.problem.Problem;
import org.mizan.core.problem.Problems;

class ManifestSettingsTest {
    private final Problems problems = new Problems();

    private ManifestSettings read(Map<String, String> configured) {
        return new SettingsReader(name -> Optional.ofNullable(configured.get(name)), problems)
                .read()
                .manifest();
    }

    @Test
    void everything_configured_isRead() {
        var settings = read(Map.of(
                PropertyNames.MANIFEST_EXPOSE, "true",
                PropertyNames.BASE, "/backend/mizan/",
                PropertyNames.MANIFEST_PREFIX, "/shop",
                PropertyNames.MANIFEST_APPLICATION_PATH, "/app/, java.util = /, java.util.zip=/zip",
                PropertyNames.IDENTITY_PARAMS, "tenantId, shop_no,",
                PropertyNames.MANIFEST_VIEW_URLS, "user=/profile/:userId/,/u/:userId; cart = /cart/ ;user=/me"));
        assertEquals("", problems.report());
        assertEquals(
                new ManifestSettings(
                        true,
                        "/backend/mizan",
                        "/shop",
                        new TreeMap<>(Map.of("", "/app", "java.util", "", "java.util.zip", "/zip")),
                        new TreeSet<>(List.of("tenantId", "shop_no")),
                        new TreeMap<>(Map.of(
                                "user", List.of("/profile/:userId/", "/u/:userId", "/me"), "cart", List.of("/cart/")))),
                settings);
        assertEquals("/app", settings.applicationPath(String.class));
        assertEquals("", settings.applicationPath(Map.Entry.class));
        assertEquals("/zip", settings.applicationPath(java.util.zip.ZipFile.class));
        assertEquals("", ManifestSettings.defaults().applicationPath(String.class));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mizan.manifest.expose|yes|MIZAN-00100",
                "mizan.base|api|MIZAN-00100",
                "mizan.manifest.prefix|/a b|MIZAN-00100",
                "mizan.manifest.prefix|//a|MIZAN-00100",
                "mizan.manifest.application-path|app|MIZAN-00130",
                "mizan.manifest.application-path|/app,/other|MIZAN-00130",
                "mizan.manifest.application-path|com..acme=/other|MIZAN-00130",
                "mizan.manifest.view-urls|user|MIZAN-00131",
                "mizan.manifest.view-urls|=/user|MIZAN-00131",
                "mizan.manifest.view-urls|user=|MIZAN-00131",
                "mizan.manifest.view-urls|user=/a,b|MIZAN-00131",
                "mizan.manifest.view-urls|user=/a?b=c|MIZAN-00131"
            })
    void nonsense_isReported_andItsDefaultHolds(String name, String value, String code) {
        var settings = read(Map.of(name, value));
        assertEquals(List.of(code), problems.errors().stream().map(Problem::id).toList());
        assertEquals(ManifestSettings.defaults().base(), settings.base());
        assertEquals("", settings.prefix());
        assertEquals(Map.of(), settings.viewUrls());
    }
}
