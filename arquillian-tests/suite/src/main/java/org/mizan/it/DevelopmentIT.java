package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mizan.it.app.ssr.SsrApplication;

/** Views that are edited while the application runs: their folder is not in the archive. */
@ExtendWith(ArquillianExtension.class)
class DevelopmentIT {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    @ArquillianResource
    private URL url;

    @Deployment(testable = false)
    static WebArchive application() {
        save("export default () => <p>first</p>");
        return Wars.withViews(
                        Wars.withMvc(Wars.app("edited")),
                        "mizan.ssr.workers=1",
                        "mizan.ssr.dev=true",
                        "mizan.ssr.source=" + source())
                .addPackage(SsrApplication.class.getPackage());
    }

    private static Path source() {
        return Server.target().resolve("development/views");
    }

    private static void save(String... lines) {
        try {
            Files.write(Files.createDirectories(source()).resolve("Edited.tsx"), List.of(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void edit_isInThePage_andSoIsAMistake_untilItIsMended() throws InterruptedException {
        var site = new Site(url);
        awaitPage(site, 200, "<p>first</p>");

        save(
                "const where: string = String(Reflect.get(process.env, 'NODE_ENV'))",
                "export default () => <p>{where}</p>");
        awaitPage(site, 200, "<p>development</p>");

        save("export default () => {", "  throw new Error('lost')", "}");
        var thrown = awaitPage(site, 500, "views/Edited\\.tsx:2:\\d+");
        assertTrue(thrown.body().contains("lost"), thrown.body());
        assertTrue(thrown.body().endsWith("</html>"), thrown.body());
        var stored = thrown.headers().firstValue("Cache-Control").orElse("");
        assertTrue(stored.startsWith("no-store"), stored);

        save("export default () =>", "  <p>");
        awaitPage(site, 500, "MIZAN-01420[^<]*views/Edited\\.tsx:[23]:\\d+");

        save("export default () => <p>mended</p>");
        awaitPage(site, 200, "<p>mended</p>");
    }

    private static HttpResponse<String> awaitPage(Site site, int status, String wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (true) {
            var answer = site.get("app/pages/named?view=Edited.tsx");
            if (answer.statusCode() == status
                    && Pattern.compile(wanted).matcher(answer.body()).find()) {
                return answer;
            }
            assertTrue(System.nanoTime() - end < 0, () -> answer.statusCode() + " " + answer.body());
            Thread.sleep(100);
        }
    }
}
