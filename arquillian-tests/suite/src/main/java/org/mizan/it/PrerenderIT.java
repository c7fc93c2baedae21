package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mizan.it.app.identity.HeaderIdentity;
import org.mizan.it.app.prerender.PrerenderApplication;

/**
 * Prerendered pages (PROTOCOL §11): one application that renders nothing in the background, so that runs can be counted,
 * one that does, and one whose cache is off.
 */
@ExtendWith(ArquillianExtension.class)
class PrerenderIT {
    private static final AtomicLong IDS = new AtomicLong(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final long id = IDS.incrementAndGet();

    @Deployment(name = "pages", order = 1, testable = false)
    static WebArchive pages() {
        return application("pages", "mizan.cache=local\nmizan.ssr.prerender.rate=0");
    }

    @Deployment(name = "warm", order = 2, testable = false)
    static WebArchive warm() {
        return application("warm", "mizan.cache=local\nmizan.ssr.prerender.rate=20");
    }

    @Deployment(name = "uncached", order = 3, testable = false)
    static WebArchive uncached() {
        return application("uncached", "mizan.cache=off");
    }

    private static WebArchive application(String name, String settings) {
        return Wars.withCache(Wars.app(name))
                .addPackage(PrerenderApplication.class.getPackage())
                .addClass(HeaderIdentity.class)
                .addAsWebInfResource(
                        new StringAsset(settings + "\nmizan.cache.status=true\n"),
                        "classes/META-INF/microprofile-config.properties");
    }

    private static HttpResponse<String> get(String site, String path, String... headers) {
        var request = Site.of(site).request("shop/" + path);
        if (!List.of(headers).contains("Accept")) {
            request.header("Accept", "text/html");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return Site.of(site).send(request.GET());
    }

    private String chair() {
        return "products/" + id + "/chair";
    }

    /** What a page says of its run. */
    private static int run(HttpResponse<String> page) {
        assertEquals(200, page.statusCode(), page::body);
        var body = page.body();
        return Integer.parseInt(body.substring(body.indexOf("run ") + 4, body.indexOf("</p>")));
    }

    private static int run(String site, String path, String... headers) {
        return run(get(site, path, headers));
    }

    private static String status(HttpResponse<String> answer) {
        return answer.headers().firstValue("Cache-Status").orElse("");
    }

    private static HttpResponse<String> call(String site, String function, String args) {
        var answer = Site.of(site)
                .post("api/mizan/call/", "application/json", "{\"fn\":\"" + function + "\",\"args\":" + args + "}");
        assertEquals(200, answer.statusCode(), answer::body);
        return answer;
    }

    private static void reprice(String site, long product, int price) {
        call(site, "reprice", "{\"productId\":" + product + ",\"price\":" + price + "}");
    }

    /** Where the application is may have to be learnt from a first request. */
    private static void found(String site) {
        get(site, "products/1/found");
        get(site, "odd/1/found");
    }

    @Test
    void secondVisitor_getsTheSamePage_withoutTheMethod() {
        found("pages");
        var first = get("pages", chair(), "Accept", "text/html,*/*;q=0.8");
        assertEquals("mizan; fwd=uri-miss; stored; detail=absent", status(first));
        var second = get("pages", chair(), "Accept-Language", "fr", "Cookie", "theme=dark");
        assertEquals("mizan; hit", status(second));
        assertEquals(first.body(), second.body());
        assertTrue(first.body().contains("é"), first::body);
        for (var header : List.of("Content-Type", "X-Page", "Cache-Control", "Content-Length")) {
            assertEquals(
                    header.equals("Content-Length")
                            ? second.headers().allValues(header)
                            : first.headers().allValues(header),
                    second.headers().allValues(header),
                    header);
        }
        assertEquals(List.of("no-store"), second.headers().allValues("Cache-Control"));
        assertEquals(
                "text/html;charset=utf-8",
                second.headers()
                        .firstValue("Content-Type")
                        .orElse("")
                        .toLowerCase()
                        .replace(" ", ""));
    }

    @Test
    void pageDependsOnNothing_thatItsFirstVisitorSent() {
        found("pages");
        var first = get("pages", chair(), "Accept-Language", "fr", "Cookie", "theme=dark");
        assertTrue(
                first.body().contains("language null, cookies 0")
                        || first.body().contains("language [], cookies 0"),
                first::body);
    }

    @Test
    void head_hasTheHeadersOfAKeptPage() {
        found("pages");
        var page = get("pages", chair());
        var head = Site.of("pages")
                .send(Site.of("pages")
                        .request("shop/" + chair())
                        .header("Accept", "text/html")
                        .method("HEAD", BodyPublishers.noBody()));
        assertEquals("mizan; hit", status(head));
        assertEquals("", head.body());
        assertEquals(1, run("pages", chair()));
        assertEquals(
                page.body().getBytes(StandardCharsets.UTF_8).length,
                head.headers().firstValueAsLong("Content-Length").orElse(-1));
    }

    @Test
    void mutationOfAProduct_outdatesItsPages_andNoOther() {
        found("pages");
        long other = IDS.incrementAndGet();
        run("pages", chair());
        run("pages", "products/" + id + "/table?page=2");
        run("pages", "products/" + other + "/chair");
        reprice("pages", id, 5);
        var anew = get("pages", chair());
        assertEquals(2, run(anew));
        assertTrue(anew.body().contains("costs 5,"), anew::body);
        assertEquals(2, run("pages", chair()));
        assertEquals(2, run("pages", "products/" + id + "/table?page=2"));
        assertEquals(1, run("pages", "products/" + other + "/chair"));
    }

    @Test
    void mutationOfTheGlobalContext_orBroad_outdatesEveryPage() {
        found("pages");
        run("pages", chair());
        call("pages", "announce", "{\"text\":\"sale " + id + "\"}");
        assertTrue(get("pages", chair()).body().contains("sale " + id));
        assertEquals(2, run("pages", chair()));
        call("pages", "repriceAll", "{\"price\":3}");
        assertEquals(3, run("pages", chair()));
        assertEquals(3, run("pages", chair()));
    }

    @Test
    void caller_neitherGetsNorFillsAKeptPage() {
        found("pages");
        for (int i = 1; i <= 2; i++) {
            var own = get("pages", chair(), "X-Test-Caller", "ada;user");
            assertEquals(i, run(own));
            assertEquals("", status(own));
        }
        assertEquals(3, run("pages", chair()));
        assertEquals(3, run("pages", chair()));
        assertEquals(4, run("pages", chair(), "X-Test-Caller", "ada;user"));
        assertEquals(3, run("pages", chair()));
    }

    @Test
    void queryParameters_tellPagesApart_andUnknownOnesAreNotKept() {
        found("pages");
        assertEquals(1, run("pages", chair()));
        assertEquals(2, run("pages", chair() + "?page=2"));
        assertEquals(2, run("pages", chair() + "?page=2"));
        assertEquals(1, run("pages", chair()));
        assertEquals(3, run("pages", chair() + "?page=2&utm=x"));
        assertEquals(4, run("pages", chair() + "?page=2&utm=x"));
        assertEquals(404, get("pages", chair() + "?page=x").statusCode());
        assertEquals(2, run("pages", chair() + "?page=2"));
    }

    @Test
    void otherRepresentation_ofTheSamePath_isNotThePage() {
        found("pages");
        run("pages", chair());
        assertEquals(
                "{\"price\":1}",
                get("pages", chair(), "Accept", "application/json").body());
        assertEquals(1, run("pages", chair()));
        assertTrue(get("pages", "products/7777/literal").body().contains("literal 1"));
        assertTrue(get("pages", "products/7777/literal").body().contains("literal 2"));
    }

    @Test
    void otherHost_hasAPageOfItsOwn() throws Exception {
        found("pages");
        run("pages", chair());
        var page = Site.of("pages").uri("shop/" + chair());
        String answer;
        try (var socket = new Socket(page.getHost(), page.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream()
                    .write(("GET " + page.getPath()
                                    + " HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        assertTrue(answer.contains("evil.example"), answer);
        var own = get("pages", chair());
        assertEquals(1, run(own));
        assertFalse(own.body().contains("evil.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cookie", "session", "private", "unfinished", "added", "changes", "latin", "large"})
    void pageThatIsNotForEverybody_isNotKept(String kind) {
        found("pages");
        for (int i = 1; i <= 3; i++) {
            assertEquals(i, run("pages", "odd/" + id + "/" + kind));
        }
        assertEquals(1, run("pages", "odd/" + id + "/plain"));
        assertEquals(1, run("pages", "odd/" + id + "/plain"));
    }

    @ParameterizedTest
    @CsvSource({"missing, 404", "throws, 500"})
    void errors_areNotKept(String kind, int status) {
        found("pages");
        for (int i = 1; i <= 3; i++) {
            assertEquals(status, get("pages", "odd/" + id + "/" + kind).statusCode());
        }
        assertEquals(
                "{\"result\":3}",
                call("pages", "runs", "{\"page\":\"" + id + kind + "\"}").body());
    }

    @Test
    void manyVisitorsAtOnce_runItOnce() {
        found("pages");
        var path = "products/" + id + "/slow";
        var threads = Executors.newFixedThreadPool(30);
        try {
            var runs = IntStream.range(0, 30)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> run("pages", path), threads))
                    .toList();
            var seen = new HashSet<Integer>();
            runs.forEach(run -> seen.add(run.join()));
            assertEquals(List.of(1), List.copyOf(seen));
        } finally {
            threads.shutdown();
        }
    }

    private void awaitRuns(String page, int runs) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        var args = "{\"page\":\"" + page + "\"}";
        while (!call("warm", "runs", args).body().equals("{\"result\":" + runs + "}")) {
            assertTrue(Instant.now().isBefore(end), () -> call("warm", "runs", args)
                    .body());
            Thread.sleep(50);
        }
    }

    @Test
    void pageThatWasAskedFor_isRenderedInTheBackground() throws Exception {
        found("warm");
        var first = get("warm", chair());
        assertEquals(1, run(first));
        get("warm", chair());
        reprice("warm", id, 9);
        awaitRuns(id + "/chair", 2);
        var hit = get("warm", chair());
        assertEquals(2, run(hit));
        assertEquals(first.body().replace("costs 1,", "costs 9,").replace("run 1", "run 2"), hit.body());
        var end = Instant.now().plus(PATIENCE);
        while (!status(get("warm", chair())).equals("mizan; hit")) {
            assertTrue(Instant.now().isBefore(end));
        }
        assertEquals(2, run("warm", chair()));
    }

    @Test
    void cacheThatIsOff_isAsWithoutTheAnnotation() {
        for (int i = 1; i <= 3; i++) {
            var page = get("uncached", chair(), "Accept-Language", "fr");
            assertEquals(i, run(page));
            assertTrue(page.body().contains("language [fr]"), page::body);
            assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
        }
    }
}
