package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mizan.it.app.ssr.SsrApplication;
import org.mizan.it.app.ssr.folder.FolderApplication;

/** Pages that cannot be rendered, where the settings want that told: refused, or an error, and never half of a page. */
@ExtendWith(ArquillianExtension.class)
class ViewFailuresIT {
    /** One worker's renders under way, and some more. */
    private static final int VISITORS = 8 + 4;

    @ArquillianResource
    private URL url;

    private Site site;

    @Deployment(testable = false)
    static WebArchive application() {
        var war = Wars.withViews(
                        Wars.withMvc(Wars.app("failures")),
                        "mizan.ssr.workers=1",
                        "mizan.ssr.queue=0",
                        "mizan.ssr.on-overload=refuse",
                        "mizan.ssr.on-failure=error")
                .addPackage(SsrApplication.class.getPackage())
                .deleteClass(SsrApplication.class)
                .addPackage(FolderApplication.class.getPackage());
        // What is rendered without MVC is in the usual folder.
        Wars.withViewFiles("views", war, "Hello.tsx", "Broken.tsx", "Slow.tsx", "_lib/loud.ts");
        return Wars.withViewFiles(
                "pages", war, "Hello.tsx", "Broken.tsx", "Slow.tsx", "account/BookPage.tsx", "_lib/loud.ts");
    }

    /** With no queue pages are refused until the worker is ready. */
    @BeforeEach
    void open() throws InterruptedException {
        site = new Site(url);
        for (int i = 0; i < 300 && site.get("app/pages/hello?who=Ada").statusCode() == 503; i++) {
            Thread.sleep(100);
        }
        assertRight();
    }

    private void assertRight() {
        var answer = site.get("app/pages/hello?who=Ada");
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("Hello <!-- -->Ada</p>"), answer.body());
    }

    private static List<String> header(HttpResponse<String> answer, String name) {
        return answer.headers().allValues(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"app/pages/slow/200", "app/plain/slow/200"})
    void pagesBeyondTheQueue_areRefused_untilLater(String path) {
        var answers = site.together(VISITORS, path);
        var refused =
                answers.stream().filter(answer -> answer.statusCode() != 200).toList();
        assertFalse(refused.isEmpty());
        assertTrue(refused.size() < VISITORS);
        for (var answer : answers) {
            boolean rendered =
                    answer.body().contains("slept <!-- -->200") && answer.body().endsWith("</html>");
            assertEquals(answer.statusCode() == 200, rendered, answer.body());
        }
        for (var answer : refused) {
            assertEquals(503, answer.statusCode(), answer.body());
            assertEquals(List.of("1"), header(answer, "Retry-After"));
            assertNotStored(answer);
            assertFalse(answer.body().contains("mizan-root"), answer.body());
        }
        assertRight();
    }

    @Test
    void controllersPageThatIsRefused_saysSo() {
        var refused = site.together(VISITORS, "app/pages/slow/200").stream()
                .filter(answer -> answer.statusCode() == 503)
                .toList();
        for (var answer : refused) {
            assertEquals(page("Too many requests at the moment"), answer.body());
            assertEquals(List.of("text/html;charset=utf-8"), types(answer));
        }
    }

    @Test
    void controllersViewThatThrows_isAnError_thatShowsNothing() throws IOException {
        var answer = site.get("app/pages/named?view=Broken.tsx");
        assertEquals(500, answer.statusCode(), answer.body());
        assertEquals(page("This page could not be shown"), answer.body());
        assertEquals(List.of("text/html;charset=utf-8"), types(answer));
        assertNotStored(answer);
        assertLogged("Broken.tsx");
        assertRight();
    }

    @Test
    void viewThatThrows_withoutMvc_isAnError_thatShowsNoPage() throws IOException {
        var answer = site.get("app/plain/named?view=Broken.tsx");
        assertEquals(500, answer.statusCode(), answer.body());
        assertFalse(answer.body().contains("mizan-root"), answer.body());
        assertFalse(answer.body().contains("mizan-ssr-data"), answer.body());
        assertLogged("Broken.tsx");
        assertRight();
    }

    private static void assertLogged(String view) throws IOException {
        var log = Files.readString(Server.log(), StandardCharsets.UTF_8);
        assertTrue(log.contains("MIZAN-01301: " + view + " could not be rendered: views/" + view + ":"));
    }

    /** Liberty adds {@code no-cache=set-cookie} for the session of Krazo's token. */
    private static void assertNotStored(HttpResponse<String> answer) {
        var header = header(answer, "Cache-Control");
        assertEquals(1, header.size());
        assertTrue(header.get(0).startsWith("no-store"), header.get(0));
    }

    private static List<String> types(HttpResponse<String> answer) {
        return header(answer, "Content-Type").stream()
                .map(type -> type.toLowerCase().replace(" ", ""))
                .toList();
    }

    private static String page(String title) {
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                + "</title></head><body><h1>" + title + "</h1></body></html>";
    }
}
