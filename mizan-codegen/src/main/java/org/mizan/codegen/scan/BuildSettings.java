package org.mizan.codegen.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.mizan.core.config.PropertyNames;
import org.mizan.spi.SettingsSource;

/**
 * The settings that the schema and the manifest depend on, as far as a build can know them: those given to the generator, else
 * {@code META-INF/microprofile-config.properties} among the classes. Not the environment: the same classes must give
 * the same client everywhere.
 */
final class BuildSettings implements SettingsSource {
    private static final Set<String> NAMES = Set.of(
            PropertyNames.NAMING,
            PropertyNames.DEFAULT_ACCESS,
            PropertyNames.BASE,
            PropertyNames.MANIFEST_PREFIX,
            PropertyNames.MANIFEST_APPLICATION_PATH,
            PropertyNames.MANIFEST_VIEW_URLS,
            PropertyNames.IDENTITY_PARAMS);

    private final Map<String, String> given;
    private final Properties properties = new Properties();

    BuildSettings(Map<String, String> given, List<Path> classes) throws IOException {
        this.given = Map.copyOf(given);
        for (var directory : classes) {
            var file = directory.resolve("META-INF/microprofile-config.properties");
            if (Files.isRegularFile(file)) {
                try (var content = Files.newInputStream(file)) {
                    properties.load(content);
                }
            }
        }
    }

    @Override
    public Optional<String> value(String name) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        var text = given.get(name);
        return Optional.ofNullable(text == null ? properties.getProperty(name) : text)
                .map(String::trim)
                .filter(value -> !value.isEmpty());
    }
}
