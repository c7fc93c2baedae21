package org.mizan.cdi.config;

import java.util.Locale;
import java.util.Optional;
import org.mizan.spi.SettingsSource;

/**
 * Settings out of system properties and the environment, for platforms without MicroProfile Config.
 *
 * <p>A variable has the property's name in capitals with {@code _} for every other character, as MicroProfile Config
 * has it: {@code MIZAN_MAX_BODY}.
 */
final class PropertySettings implements SettingsSource {

    @Override
    public Optional<String> value(String name) {
        var property = System.getProperty(name);
        var text = property == null ? System.getenv(variable(name)) : property;
        return Optional.ofNullable(text).map(String::trim).filter(value -> !value.isEmpty());
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9_]", "_").toUpperCase(Locale.ROOT);
    }
}
