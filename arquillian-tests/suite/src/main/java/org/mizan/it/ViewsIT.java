package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mizan.it.app.ssr.HostileValues;
import org.mizan.it.app.ssr.SsrApplication;

/** Pages rendered by React: views in the archive without a bundle, React out of the library's jar, real Bun. */
@ExtendWith(ArquillianExtension.class)
class ViewsIT {
    @ArquillianResource
    private URL url;

    private Site site;

    @Deployment(testable = false)
    static WebArchive application() {
        return Wars.withViewFiles(
                Wars.withViews(
                                Wars.withMvc(Wars.withCache(Wars.app("pages"))),
                                "mizan.cache=local",
                                "mizan.ssr.prerender.rate=0",
                                "mizan.manifest.expose=true",
                                "mizan.manifest.prefix=/pages",
                                "mizan.manifest.application-path=/app",
                                "mizan.manifest.view-urls=shelf=/static/shelf.html,/static/:size/",
                                "mizan.identity-params=size",
                                "mizan.ssr.workers=1",
                                "mizan.ssr.timeout=2000",
                                "mizan.ssr.queue=2",
                                "mizan.ssr.on-overload=client",
                                "mizan.ssr.time-zone=UTC")
                        .addPackage(SsrApplication.class.getPackage()),
                "Hello.tsx",
                "Broken.tsx",
                "Endless.tsx",
                "Hostile.tsx",
                "Slow.tsx",
                "Environment.jsx",
                "account/BookPage.tsx",
                "_app.tsx",
                "_document.tsx",
                "_lib/loud.ts");
    }

    @BeforeEach
    void open() {
        site = new Site(url);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private HttpResponse<String> named(String view) {
        return site.get("app/pages/named?view=" + view);
    }

    @Test
    void controllersPage_isRendered_withItsModelsBeansAndContexts() {
        var answer = site.get("app/books/1");
        var html = answer.body();
        assertEquals(200, answer.statusCode(), html);
        assertEquals(
                "text/html;charset=utf-8",
                header(answer, "Content-Type").toLowerCase().replace(" ", ""));
        assertTrue(header(answer, "Cache-Control").startsWith("no-store"), header(answer, "Cache-Control"));
        assertTrue(html.startsWith("<!DOCTYPE html><html lang=\"en-GB\">"), html);
        assertTrue(html.substring(0, html.indexOf("</head>")).contains("<title>Book 1</title>"), html);
        assertTrue(html.contains("<div id=\"mizan-root\"><main data-base=\"/pages\">"), html);
        assertTrue(html.contains("<h1>Book <!-- -->1</h1>"), html);
        assertTrue(html.contains("<p>&lt;/script&gt;&lt;!-- &amp; \u2028 \uFFFD</p>"), html);
        assertTrue(html.contains("<p>3<!-- --> pieces</p>"), html);
        assertTrue(html.contains("\"basket\":{\"pieces\":3}"), html);
        assertTrue(html.contains("\"motto\":\"\\u003c/script\\u003e\\u003c!-- \\u0026 \\u2028 \uFFFD\""), html);
        assertTrue(
                html.contains(
                        "\"contexts\":{\"book\":[{\"data\":{\"book\":{\"id\":1,\"title\":\"Emma\"}},\"params\":{\"bookId\":1}}]"
                                + ",\"global\":[{\"data\":{\"library\":\"Library \\u0026 \\u003cSons\\u003e\"},\"params\":{}}]"
                                + ",\"shelf\":[{\"data\":{\"shelf\":[\"a b\",\"ü\\u0026\"]},\"params\":{\"size\":2,\"topics\":[\"a b\",\"ü\\u0026\"]}}]}"),
                html);
        assertTrue(html.contains("\"timeZone\":\"UTC\""), html);
    }

    @Test
    void edgeManifest_isTheBuilds(@TempDir Path temp) {
        var text = EdgeManifests.exposed(site, "api/mizan/", application(), temp);
        assertTrue(text.contains("\"route\": \"/pages/app/books/:bookId\""), text);
        assertTrue(text.contains("\"/pages/static/:size/\""), text);
        assertTrue(text.contains("\"/pages/api/mizan/ctx/shelf/\""), text);
    }

    @Test
    void contextThatFails_isLeftOut_andThePageIsThere() {
        var html = site.get("app/books/77").body();
        assertTrue(html.contains("<h1>Book <!-- -->77</h1>"), html);
        assertFalse(html.contains("\"book\":[{"), html);
        assertTrue(html.contains("\"global\":[{"), html);
    }

    /** Krazo passed each byte on alone, which cost more than all that the library does for a page. */
    @Test
    void controllersPage_reachesJakartaRest_inOnePiece() {
        int before = Integer.parseInt(site.get("app/plain/pieces").body());
        assertEquals(200, site.get("app/books/1").statusCode());
        int after = Integer.parseInt(site.get("app/plain/pieces").body());
        assertEquals(before + 2, after);
    }

    /** Krazo's filter reads the method from the form; the library lets it be one object for all requests. */
    @Test
    void form_saysAnotherMethod_toTheOneFilter() {
        for (var who : new String[] {"Ada", "Grace"}) {
            var answer = site.post("app/pages/hello", "application/x-www-form-urlencoded", "_method=PUT&who=" + who);
            assertTrue(answer.body().contains("Hello <!-- -->put " + who), answer.body());
        }
    }

    @Test
    void clientsFiles_areServed_andNoOthers() {
        var page = site.get("app/pages/hello?who=Ada");
        var html = page.body();
        // Its controller has no @Client. Liberty adds a value for the cookie of Krazo's session.
        assertTrue(page.headers().firstValue("Cache-Control").orElse("").startsWith("no-store"), page.toString());
        var script = Pattern.compile("<script type=\"module\" src=\"/pages/(mizan-assets/[^\"]+)\" integrity=\"sha384-")
                .matcher(html);
        assertTrue(script.find(), html);
        var answer = site.get(script.group(1));
        assertEquals(200, answer.statusCode());
        assertEquals("public, max-age=31536000, immutable", header(answer, "Cache-Control"));
        assertTrue(header(answer, "Content-Type").startsWith("text/javascript"), header(answer, "Content-Type"));
        for (var other : new String[] {"manifest.json", "../manifest.json", "..%2fmanifest.json", "nope.js", ""}) {
            assertTrue(site.get("mizan-assets/" + other).statusCode() >= 400, other);
        }
    }

    @Test
    void whatComponentsPrint_isNotInThePage_norInTheNextOne() {
        for (int i = 0; i < 5; i++) {
            var html = site.get("app/pages/hello?who=Ada" + i).body();
            assertTrue(html.contains("Hello <!-- -->Ada" + i + "</p>"), html);
            assertFalse(html.contains("{\"id\":1,\"length\":3}"), html);
        }
    }

    @Test
    void controllersStatusAndHeaders_stay() {
        var answer = site.get("app/pages/gone");
        assertEquals(410, answer.statusCode());
        assertEquals("kept", header(answer, "X-Own"));
        assertTrue(answer.body().contains("Hello <!-- -->nobody"), answer.body());
    }

    @Test
    void mutation_onTheViewPath_redirects_andSaysWhatIsStale() {
        var answer = site.post("app/books/2", "application/x-www-form-urlencoded", "title=Dubliners");
        assertEquals(303, answer.statusCode());
        assertEquals("book;bookId=2", header(answer, "X-Mizan-Invalidate"));
        assertTrue(site.get("app/books/2").body().contains("\"title\":\"Dubliners\""));
    }

    @Test
    void viewThatThrows_rendersInTheBrowser() {
        assertLeftToTheBrowser(named("Broken.tsx"));
        assertLeftToTheBrowser(site.get("app/plain/named?view=Broken.tsx"));
    }

    /** As a page that is rendered, with all its data, but for what React makes. */
    private static void assertLeftToTheBrowser(HttpResponse<String> answer) {
        var html = answer.body();
        assertEquals(200, answer.statusCode(), html);
        assertTrue(html.contains("<div id=\"mizan-root\"></div>"), html);
        assertTrue(html.contains("\"rendered\":false"), html);
        assertTrue(html.contains("\"global\":[{\"data\":{\"library\":"), html);
        assertTrue(html.contains("<script type=\"module\" src=\"/pages/mizan-assets/"), html);
        assertTrue(html.endsWith("</html>"), html);
    }

    @ParameterizedTest
    @ValueSource(strings = {"app/pages/slow/200", "app/plain/slow/200"})
    void pagesBeyondTheQueue_renderInTheBrowser(String path) {
        var answers = site.together(14, path);
        var left = answers.stream()
                .filter(answer -> !answer.body().contains("slept <!-- -->200"))
                .toList();
        assertFalse(left.isEmpty());
        assertTrue(left.size() < answers.size());
        left.forEach(answer -> assertTrue(answer.body().contains("\"millis\":200"), answer.body()));
        left.forEach(ViewsIT::assertLeftToTheBrowser);
    }

    @Test
    void jsx_isAView_andItsWorkerIsInProduction_withACleanEnvironment() {
        var html = named("Environment.jsx").body();
        var environment = HtmlPages.text(html, "<p>", "</p>").replace("<!-- -->", "");
        assertEquals(
                "BUN_RUNTIME_TRANSPILER_CACHE_PATH=0;DO_NOT_TRACK=1;MIZAN_ASSETS=/pages/mizan-assets/;NODE_ENV=production;",
                environment);
    }

    @Test
    void viewThatNeverEnds_costsItsWorker_andNobodyElseAPage() {
        var answer = named("Endless.tsx");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("\"rendered\":false"), answer.body());
        assertTrue(site.get("app/pages/hello?who=Next").body().contains("Hello <!-- -->Next</p>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nope.tsx",
                "../Hello.tsx",
                "..%2F..%2Fweb.tsx",
                "/etc/passwd.tsx",
                "account/../Hello.tsx",
                "_lib/loud.tsx"
            })
    void nameThatIsNoView_isAnError_thatShowsNothing(String view) {
        var answer = named(view);
        assertEquals(500, answer.statusCode(), answer.body());
        assertFalse(answer.body().contains("Hello <!-- -->"), answer.body());
    }

    @Test
    void views_renderWithoutMvc_too() {
        assertTrue(site.get("app/plain/mail").body().contains("Hello <!-- -->Ada &lt;ada@example&gt;"));
        var answer = site.get("app/plain/books/1");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("<title>Hello book 1</title>"), answer.body());
        assertTrue(answer.body().contains("\"book\":[{"), answer.body());
    }

    @Test
    void prerenderedView_isRenderedOnce_untilItsContextIsStale() {
        site.get("app/plain/kept/1"); // by the first one the library may learn where the application's pages are
        var html = site.get("app/plain/kept/1").body();
        assertTrue(html.contains("Hello <!-- -->run "), html);
        assertEquals(html, site.get("app/plain/kept/1").body());
        site.post("app/books/1", "application/x-www-form-urlencoded", "title=Emma");
        assertNotEquals(html, site.get("app/plain/kept/1").body());
    }

    @Test
    void prerenderedView_thatCouldNotBeRendered_isNotKept() {
        site.get("app/plain/broken/1");
        var html = site.get("app/plain/broken/1").body();
        assertTrue(html.contains("\"rendered\":false"), html);
        assertNotEquals(html, site.get("app/plain/broken/1").body());
    }

    @Test
    void prerenderedController_isKept_withoutSessionAndToken() {
        var form = site.get("app/pages/hello?who=Ada");
        assertTrue(form.body().contains("\"csrf\":{\"name\""), form.body());
        site.get("app/kept/page/1");
        var page = site.get("app/kept/page/1");
        assertTrue(page.body().contains("Hello <!-- -->run "), page.body());
        assertEquals(page.body(), site.get("app/kept/page/1").body());
        assertFalse(page.body().contains("csrf"), page.body());
        assertEquals("", header(page, "Set-Cookie"));
        assertEquals("", header(page, "X-CSRF-TOKEN"));
        site.post("app/books/1", "application/x-www-form-urlencoded", "title=Emma");
        assertNotEquals(page.body(), site.get("app/kept/page/1").body());
    }

    @Test
    void nonceThatAFilterAskedFor_isOnTheScripts() {
        var page = site.get("app/pages/nonce");
        var policy = header(page, "Content-Security-Policy");
        var nonce = policy.substring(policy.indexOf("nonce-") + "nonce-".length(), policy.length() - 1);
        assertTrue(page.body().contains("<script id=\"mizan-ssr-data\" nonce=\"" + nonce + "\">"), page.body());
    }

    /** Filters of Jakarta REST and of servlets set the policy before the page is there. */
    @Test
    void policyThatNamesTheDataScript_getsItsHash() throws Exception {
        var page = site.get("app/pages/hash");
        var hash = hash(page);
        assertEquals(
                List.of("default-src 'self'", "script-src " + hash),
                page.headers().allValues("Content-Security-Policy"));
        assertEquals("script-src 'self' " + hash, header(page, "Content-Security-Policy-Report-Only"));
        site.get("app/kept/page/2");
        for (int i = 0; i < 2; i++) {
            var kept = site.get("app/kept/page/2");
            assertEquals("script-src 'self' " + hash(kept), header(kept, "Content-Security-Policy"));
        }
    }

    /** As a browser computes it. */
    private static String hash(HttpResponse<String> page) throws Exception {
        var script = page.body().replaceAll("(?s).*<script id=\"mizan-ssr-data\">(.*?)</script>.*", "$1");
        var bytes = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(bytes) + "'";
    }

    @Test
    void prerenderedController_thatShowsTheToken_isNotKept() {
        site.get("app/kept/form/1");
        var html = site.get("app/kept/form/1").body();
        assertTrue(html.contains("\"token\":\""), html);
        assertNotEquals(html, site.get("app/kept/form/1").body());
    }

    @Test
    void document_isTheApplicationsOwn() {
        var html = site.get("app/books/1").body();
        assertTrue(html.contains("<meta name=\"generator\" content=\"our own shell\"/>"), html);
        var end = html.substring(html.indexOf("<body class=\"ours\">"));
        assertTrue(end.indexOf("<footer>Our library</footer>") < end.indexOf("<script id=\"mizan-ssr-data\""), html);
        assertTrue(end.endsWith("</script></body></html>"), html);
    }

    @Test
    void viewThatThrows_isLoggedWithItsPlace_relativeToTheViews() throws IOException {
        named("Broken.tsx");
        var log = Files.readString(Server.log(), StandardCharsets.UTF_8);
        assertTrue(Pattern.compile("MIZAN-01301: Broken\\.tsx could not be rendered: views/Broken\\.tsx:\\d+:\\d+: ")
                .matcher(log)
                .find());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "names", "surrogates", "large", "60"})
    void hostileProps_areTheSameValue_inMarkupScriptAndBrowser(String kind) throws Exception {
        var answer = site.get("app/pages/hostile/" + kind);
        assertEquals(200, answer.statusCode());
        var html = answer.body();
        var expected = HostileValues.json(kind);
        assertTrue(HtmlPages.text(html, "<pre id=\"json\">", "</pre>").equals(expected), kind);
        assertTrue(HtmlPages.data(html, ".props.value").equals(expected), kind);
        var shown = HtmlPages.inBrowser(site.uri("app/pages/hostile/" + kind));
        assertTrue(shown.startsWith("<html"), shown.substring(0, Math.min(500, shown.length())));
        var root = shown.substring(0, shown.indexOf('>'));
        assertTrue(root.contains("data-same=\"true\""), root);
        assertFalse(root.contains("data-problems"), root);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000})
    void propsNestedTooDeeply_areAnErrorWithACode(int depth) throws IOException {
        var answer = site.get("app/pages/hostile/" + depth);
        assertEquals(500, answer.statusCode());
        assertTrue(Files.readString(Server.log(), StandardCharsets.UTF_8).contains("MIZAN-01362: "));
        assertEquals(200, site.get("app/pages/hello?who=Next").statusCode());
    }
}
