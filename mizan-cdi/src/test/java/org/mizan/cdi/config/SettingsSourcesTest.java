package org.mizan.cdi.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mizan.spi.SettingsSource;

class SettingsSourcesTest {
    private static final String NAME = "mizan.max-body";

    @AfterEach
    void forget() {
        System.clearProperty(NAME);
    }

    @Test
    void configWithoutAnImplementation_leavesTheProperties() {
        System.setProperty(NAME, " 512 ");
        var source = SettingsSources.find(SettingsSourcesTest.class.getClassLoader());
        assertInstanceOf(PropertySettings.class, source);
        assertEquals(Optional.of("512"), source.value(NAME));
        System.setProperty(NAME, " ");
        assertEquals(Optional.empty(), source.value(NAME));
    }

    @Test
    void platformWithoutConfig_leavesTheProperties() throws ReflectiveOperationException {
        System.setProperty(NAME, "512");
        var loader = new WithoutConfig();
        var source = (SettingsSource) loader.loadClass(SettingsSources.class.getName())
                .getMethod("find", ClassLoader.class)
                .invoke(null, loader);
        assertEquals(loader, source.getClass().getClassLoader());
        assertEquals(Optional.of("512"), source.value(NAME));
    }

    /** Has the classes under test itself, and no MicroProfile Config. */
    private static final class WithoutConfig extends ClassLoader {
        WithoutConfig() {
            super(SettingsSourcesTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.eclipse.microprofile.")) {
                throw new ClassNotFoundException(name);
            }
            var loaded = findLoadedClass(name);
            if (loaded != null || !name.startsWith("org.mizan.cdi.config.")) {
                return loaded == null ? super.loadClass(name, resolve) : loaded;
            }
            try (var in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                var bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
