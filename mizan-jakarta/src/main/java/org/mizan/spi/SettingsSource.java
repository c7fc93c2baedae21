package org.mizan.spi;

import java.util.Optional;

/** Looks up configuration by property name, as {@code mizan.max-body}. */
@FunctionalInterface
public interface SettingsSource {

    /** The configured text; empty when the property is absent or blank. */
    Optional<String> value(String name);
}
