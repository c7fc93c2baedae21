package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.exporter.ExplodedExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.mizan.codegen.ManifestWriter;
import org.mizan.codegen.scan.ClassPath;
import org.mizan.core.manifest.EdgeManifest;
import org.mizan.core.problem.Problems;

/** Compares the edge manifest that an application exposes with the one that a build makes of the same archive. */
final class EdgeManifests {
    private EdgeManifests() {}

    /** Asserts that an application exposes what a build makes, and answers as endpoints do. */
    static String exposed(Site site, String base, WebArchive war, Path temp) {
        var answer = site.get(base + "manifest/");
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(built(war, temp).text(), answer.body());
        var headers = answer.headers();
        assertEquals("application/json", headers.firstValue("Content-Type").orElse(""));
        assertEquals("no-store", headers.firstValue("Cache-Control").orElse(""));
        assertEquals(answer.body(), site.get(base + "manifest").body());
        var head = site.send(site.request(base + "manifest/").method("HEAD", BodyPublishers.noBody()));
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        var options = site.send(site.request(base + "manifest/").method("OPTIONS", BodyPublishers.noBody()));
        assertEquals(204, options.statusCode());
        assertEquals("GET, HEAD, OPTIONS", options.headers().firstValue("Allow").orElse(""));
        var post = site.post(base + "manifest/", "application/json", "{}");
        assertEquals(405, post.statusCode());
        assertEquals("GET, HEAD, OPTIONS", post.headers().firstValue("Allow").orElse(""));
        return answer.body();
    }

    /** Asserts that an application that does not expose it has none, whatever the method. */
    static void hidden(Site site, String base) {
        for (var method : new String[] {"GET", "POST", "OPTIONS"}) {
            var answer = site.send(site.request(base + "manifest/").method(method, BodyPublishers.noBody()));
            assertEquals(404, answer.statusCode(), method + answer.body());
        }
    }

    /** What a build makes of an archive. */
    static EdgeManifest built(WebArchive war, Path temp) {
        var exploded = war.as(ExplodedExporter.class).exportExploded(temp.toFile(), "built");
        var inside = exploded.toPath().resolve("WEB-INF");
        var path = new ClassPath(
                List.of(inside.resolve("classes")), jars(inside.resolve("lib")), List.of(), exploded.toPath());
        var problems = new Problems();
        var manifest = new ManifestWriter(path, Map.of(), problems).manifest();
        assertEquals("", problems.report());
        return manifest.orElseThrow();
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
