package org.mizan.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.shrinkwrap.api.exporter.ExplodedExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * An application deployed as a folder, by the means that each server has: WildFly's scanner, Liberty's {@code dropins}, and
 * on Payara the adapter, which deploys an archive with {@code META-INF/exploded} in that way.
 */
final class ExplodedWar implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);

    private final Runnable removal;

    private ExplodedWar(Runnable removal) {
        this.removal = removal;
    }

    static ExplodedWar deploy(String name, Supplier<WebArchive> archive, Deployer deployer) throws IOException {
        if (Server.name().equals("payara")) {
            deployer.deploy(name);
            return new ExplodedWar(() -> deployer.undeploy(name));
        }
        boolean liberty = Server.name().equals("liberty");
        var base = Server.log().getParent().getParent();
        var file = Files.createDirectories(base.resolve(liberty ? "dropins" : "deployments"))
                .resolve(name + ".war");
        var prepared = Files.createDirectories(Server.target().resolve("exploded"));
        delete(prepared.resolve(name + ".war"));
        archive.get().as(ExplodedExporter.class).exportExploded(prepared.toFile(), name + ".war");
        Files.move(prepared.resolve(name + ".war"), file);
        var marker = Path.of(file + ".dodeploy");
        if (!liberty) {
            Files.createFile(marker);
        }
        return new ExplodedWar(() -> remove(file, liberty));
    }

    private static void remove(Path file, boolean liberty) {
        try {
            if (!liberty) {
                Files.deleteIfExists(Path.of(file + ".deployed"));
                awaitFile(Path.of(file + ".undeployed"));
            }
            delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitFile(Path file) {
        long end = System.nanoTime() + PATIENCE;
        while (!Files.exists(file) && System.nanoTime() - end < 0) {
            pause();
        }
    }

    /** Waits until the application answers. */
    void await(Site site, String path) {
        long end = System.nanoTime() + PATIENCE;
        while (site.get(path).statusCode() != 200 && System.nanoTime() - end < 0) {
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void close() {
        removal.run();
    }
}
