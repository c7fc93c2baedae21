package org.mizan.codegen.scan;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/**
 * The class loaders that an application is read with: the API of this library and of Jakarta EE from the generator
 * itself, so that both mean the same annotations; then what a server provides; then the application.
 */
final class ClassLoaders {
    private ClassLoaders() {}

    /** The application's loader. */
    static Own application(ClassPath path) throws MalformedURLException {
        var server = new Provided(urls(path.provided()), new Api());
        return new Own(
                urls(Stream.concat(path.classes().stream(), path.libraries().stream())
                        .toList()),
                server);
    }

    private static URL[] urls(List<Path> paths) throws MalformedURLException {
        var urls = new ArrayList<URL>();
        for (var path : paths) {
            urls.add(path.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    /** The JDK and the classes that the registry builder itself is compiled against; nothing else of the generator. */
    private static final class Api extends ClassLoader {
        private static final Set<String> PACKAGES = Set.of("org.mizan", "org.mizan.spi");

        private final ClassLoader own = ClassLoaders.class.getClassLoader();

        Api() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            var pack = name.substring(0, Math.max(0, name.lastIndexOf('.')));
            if (name.startsWith("jakarta.") || PACKAGES.contains(pack)) {
                return own.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }

    /**
     * What the server provides, or the compiler alone needs. It hides annotations named {@code Nullable}: a library that
     * is not deployed has none for the server either, and both sides must read the same.
     */
    private static final class Provided extends URLClassLoader {
        private final Set<String> hidden = new ConcurrentSkipListSet<>();

        Provided(URL[] urls, ClassLoader parent) {
            super(urls, parent);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.endsWith(".Nullable")) {
                if (findResource(name.replace('.', '/') + ".class") != null) {
                    hidden.add(name);
                }
                throw new ClassNotFoundException(name);
            }
            return super.findClass(name);
        }
    }

    /** The application and its libraries. */
    static final class Own extends URLClassLoader {
        private final Provided server;

        private Own(URL[] urls, Provided server) {
            super(urls, server);
            this.server = server;
        }

        /** The annotations that were asked for but are not deployed; those found in the application do not count. */
        List<String> hidden() {
            return server.hidden.stream()
                    .filter(name -> findResource(name.replace('.', '/') + ".class") == null)
                    .toList();
        }

        @Override
        public void close() throws java.io.IOException {
            super.close();
            server.close();
        }
    }
}
