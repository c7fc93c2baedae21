package org.mizan.cdi.config;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.mizan.spi.SettingsSource;

/** Finds where the settings of an application come from. */
public final class SettingsSources {
    private static final Logger LOG = System.getLogger(SettingsSources.class.getName());

    private SettingsSources() {}

    /** MicroProfile Config of the application that a class loader belongs to, or else the process's properties. */
    public static SettingsSource find(ClassLoader application) {
        try {
            return new MicroProfileSettings(application);
        } catch (LinkageError | IllegalStateException e) {
            LOG.log(
                    Level.DEBUG,
                    "no MicroProfile Config here, system properties and the environment configure Mizan",
                    e);
            return new PropertySettings();
        }
    }
}
