package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mizan.codegen.vcl.EdgeOptions;
import org.mizan.codegen.vcl.VarnishConfiguration;
import org.mizan.codegen.vcl.varnish.Varnish;

/**
 * One Varnish, configured from one manifest, before two servers that have nothing in common but the protocol: the endpoints
 * are answered by this library, the pages by the reference of the conformance kit. Each has a state of its own, so that
 * what an answer says tells who gave it.
 */
@ExtendWith(ArquillianExtension.class)
class OneEdgeIT {
    private static final String APPLICATION = "/one-edge";
    private static final String BUNDLE = "api/mizan/ctx/counts/?name=";
    private static final String PAGE = "pages/counters/";
    /** Shows the counter of that name, as its code adds, beside a context of its own. */
    private static final String ADDING = "pages/rates/";

    @ArquillianResource
    private URL url;

    @TempDir
    private Path temp;

    @Deployment(testable = false)
    static WebArchive application() {
        return ConformanceIT.application("one-edge", "mizan.manifest.prefix=" + APPLICATION);
    }

    @Test
    void mutationAtOneServer_outdatesWhatTheOtherAnswered() throws IOException, InterruptedException {
        var reference = reference();
        try {
            var other = new Site(site(port(reference)).toURL());
            var manifest = EdgeManifests.built(application(), temp);
            assertEquals(
                    manifest.text(), new Site(url).get("api/mizan/manifest/").body());
            assertEquals(manifest.text(), other.get("api/mizan/manifest/").body());
            var options =
                    new EdgeOptions("127.0.0.1", Server.root().getPort(), List.of("127.0.0.1"), List.of(), true, true);
            var root = """
                    vcl 4.1;
                    backend pages {
                        .host = "127.0.0.1";
                        .port = "%d";
                    }
                    sub vcl_recv {
                        if (req.url ~ "^%s/pages/") {
                            set req.backend_hint = pages;
                        }
                    }
                    include "%s";
                    """;
            var written = VarnishConfiguration.write(manifest, options);
            int pages = other.uri("").getPort();
            try (var varnish = Varnish.start(included -> root.formatted(pages, APPLICATION, included), written)) {
                assertOneEdge(new Site(site(varnish.root().getPort()).toURL()));
            }
        } finally {
            reference.destroy();
            if (!reference.waitFor(10, TimeUnit.SECONDS)) {
                reference.destroyForcibly();
            }
        }
    }

    private static void assertOneEdge(Site edge) {
        for (var name : List.of("a", "b")) {
            assertFetched("{\"counted\":0}", edge, BUNDLE + name);
            assertFetched("<p>0</p>", edge, PAGE + name);
            assertFetched("<p>7</p>", edge, ADDING + name);
        }
        assertKept(edge, BUNDLE + "a", BUNDLE + "b", PAGE + "a", PAGE + "b");

        var call = edge.post("api/mizan/call/", "application/json", "{\"fn\":\"increment\",\"args\":{\"name\":\"a\"}}");
        assertStale(200, call);
        assertFetched("{\"counted\":1}", edge, BUNDLE + "a");
        assertFetched("<p>0</p>", edge, PAGE + "a");
        assertFetched("<p>7</p>", edge, ADDING + "a");
        assertKept(edge, BUNDLE + "a", BUNDLE + "b", PAGE + "a", PAGE + "b", ADDING + "a", ADDING + "b");

        for (int i = 0; i < 2; i++) {
            assertStale(303, edge.post(PAGE + "a", "application/x-www-form-urlencoded", ""));
        }
        assertFetched("<p>2</p>", edge, PAGE + "a");
        assertFetched("<p>7</p>", edge, ADDING + "a");
        assertFetched("{\"counted\":1}", edge, BUNDLE + "a");
        assertKept(edge, BUNDLE + "a", BUNDLE + "b", PAGE + "a", PAGE + "b");
    }

    private static void assertStale(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                "counts;name=a",
                answer.headers().firstValue("X-Mizan-Invalidate").orElse(""));
    }

    private static void assertFetched(String body, Site edge, String path) {
        var answer = get(edge, path);
        assertEquals("Edge; fwd=miss", status(answer), path);
        assertEquals(body, answer.body(), path);
    }

    private static void assertKept(Site edge, String... paths) {
        for (var path : paths) {
            assertEquals("Edge; hit", status(get(edge, path)), path);
        }
    }

    private static HttpResponse<String> get(Site edge, String path) {
        return edge.send(
                edge.request(path).header("Accept", "text/html,*/*;q=0.8").GET());
    }

    private static String status(HttpResponse<String> answer) {
        return answer.headers().firstValue("Cache-Status").orElse("");
    }

    private static URI site(int port) {
        return URI.create("http://127.0.0.1:" + port + APPLICATION + "/");
    }

    private static Process reference() throws IOException {
        var command = List.of("reference/main.ts", "--port", "0", "--root", APPLICATION, "--manifest", "--prefix");
        var process = new ProcessBuilder(Server.bun().toString());
        process.command().addAll(command);
        process.command().add(APPLICATION);
        return process.directory(Server.conformance().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Its first line is the address of its endpoints. */
    private static int port(Process reference) throws IOException {
        var out = new BufferedReader(new InputStreamReader(reference.getInputStream(), StandardCharsets.UTF_8));
        return URI.create(String.valueOf(out.readLine())).getPort();
    }
}
