package org.mizan.cdi.config;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.mizan.spi.SettingsSource;

/** Settings out of MicroProfile Config; the only class here that mentions it, for it may be absent. */
final class MicroProfileSettings implements SettingsSource {
    private final Config config;

    MicroProfileSettings(ClassLoader application) {
        this.config = ConfigProvider.getConfig(application);
    }

    @Override
    public Optional<String> value(String name) {
        return config.getOptionalValue(name, String.class).map(String::trim).filter(text -> !text.isEmpty());
    }
}
