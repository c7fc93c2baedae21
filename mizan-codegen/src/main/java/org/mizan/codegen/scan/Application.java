package org.mizan.codegen.scan;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.mizan.core.schema.Registry;

/**
 * What was read of an application. Closing it gives its jars free; the registry's classes may not be read further then.
 *
 * @param registry the functions, contexts and types, as the server will have them
 * @param loader the loader of its classes
 */
public record Application(Registry registry, Closeable loader) implements AutoCloseable {
    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
