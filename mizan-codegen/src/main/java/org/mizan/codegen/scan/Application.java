package org.mizan.codegen.scan;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mizan.core.config.Settings;
import org.mizan.core.schema.Registry;

/**
 * What was read of an application. Closing it gives its jars free; the registry's classes may not be read further then.
 *
 * @param registry the functions, contexts and types, as the server will have them
 * @param settings the settings that it was read with, as far as a build can know them
 * @param restPaths the paths of its Jakarta REST applications by class
 * @param loader the loader of its classes
 */
public record Application(Registry registry, Settings settings, SortedMap<String, String> restPaths, Closeable loader)
        implements AutoCloseable {
    /** Copies the paths. */
    public Application {
        restPaths = Collections.unmodifiableSortedMap(new TreeMap<>(restPaths));
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
