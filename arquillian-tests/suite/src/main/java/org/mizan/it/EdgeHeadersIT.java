package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mizan.it.app.edge.Reads;
import org.mizan.it.app.identity.HeaderIdentity;
import org.mizan.it.app.prerender.PrerenderApplication;

/** What ordinary caches may keep: {@code CDN-Cache-Control} (RFC 9213) on public answers, when it is asked for. */
@ExtendWith(ArquillianExtension.class)
class EdgeHeadersIT {
    private static final AtomicLong IDS = new AtomicLong(100);
    private static final Set<String> CREDENTIALS = Set.of("cookie", "authorization", "x-mizan-token");

    private final long id = IDS.incrementAndGet();

    @Deployment(name = "targeted", order = 1, testable = false)
    static WebArchive targeted() {
        return application(
                "targeted",
                "mizan.edge.headers=targeted\nmizan.edge.max-age=30\nmizan.allowed-origins=https://a.example");
    }

    @Deployment(name = "untargeted", order = 2, testable = false)
    static WebArchive untargeted() {
        return application("untargeted", "");
    }

    private static WebArchive application(String name, String settings) {
        return Wars.withCache(Wars.app(name))
                .addPackage(PrerenderApplication.class.getPackage())
                .addPackage(Reads.class.getPackage())
                .addClass(HeaderIdentity.class)
                .addAsWebInfResource(
                        new StringAsset("mizan.cache=local\nmizan.ssr.prerender.rate=0\n" + settings + "\n"),
                        "classes/META-INF/microprofile-config.properties");
    }

    private static HttpResponse<String> get(String site, String path, String... headers) {
        var request = Site.of(site).request(path).header("Accept", path.startsWith("shop/") ? "text/html" : "*/*");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return Site.of(site).send(request.GET());
    }

    private static String control(HttpResponse<?> answer) {
        // Liberty adds no-cache=set-cookie where a session begins.
        assertTrue(Stale.one(answer, "Cache-Control").startsWith("no-store"), "for all others");
        return Stale.one(answer, "CDN-Cache-Control");
    }

    private static Set<String> vary(HttpResponse<?> answer) {
        return answer.headers().allValues("Vary").stream()
                .flatMap(value -> List.of(value.toLowerCase().split(", *")).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String product() {
        return "api/mizan/ctx/product/?productId=" + id;
    }

    /** Where the application is may have to be learnt from a first request. */
    private static void found() {
        get("targeted", "shop/products/1/found");
        get("targeted", "shop/odd/1/found");
    }

    @Test
    void publicContext_mayBeKept_missOrHit() {
        for (int i = 0; i < 2; i++) {
            var answer = get("targeted", product());
            assertEquals(200, answer.statusCode(), answer::body);
            assertEquals("max-age=30", control(answer));
            assertTrue(vary(answer).containsAll(CREDENTIALS), vary(answer)::toString);
            assertTrue(vary(answer).contains("origin"), vary(answer)::toString);
        }
        assertEquals("max-age=7", control(get("targeted", "api/mizan/ctx/short/?kind=plain")));
    }

    @ParameterizedTest
    @CsvSource({"X-Mizan-Token, x", "Authorization, Basic eDp5", "Cookie, theme=dark"})
    void requestWithCredentials_getsNone(String header, String value) {
        assertEquals("", control(get("targeted", product(), header, value)));
        found();
        var page = get("targeted", "shop/products/" + id + "/chair", header, value);
        assertEquals("", Stale.one(page, "CDN-Cache-Control"));
    }

    /** Every cache lets cookies and credentials pass; it cannot know the others. */
    @ParameterizedTest
    @ValueSource(strings = {"targeted", "untargeted"})
    void callerKnownByAnotherHeader_getsWhatNoCacheKeeps(String site) {
        found();
        for (var path : List.of(product(), "shop/products/" + id + "/chair")) {
            var answer = get(site, path, "X-Test-Caller", "ada;user");
            assertEquals(200, answer.statusCode(), answer::body);
            assertEquals("no-store", Stale.one(answer, "CDN-Cache-Control"));
            assertEquals(
                    "", Stale.one(get(site, path, "X-Test-Caller", "ada;user", "Cookie", "a=b"), "CDN-Cache-Control"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "own/?userId=5,          200",
        "never/,                 200",
        "short/?kind=session,    200",
        "short/?kind=changes,    200",
        "short/?kind=throws,     500",
        "short/,                 400",
        "product/?productId=x,   400",
        "staff/,                 401",
        "nothing/,               404",
    })
    void whatIsNotForEverybody_orAnError_hasNone(String path, int status) {
        var answer = get("targeted", "api/mizan/ctx/" + path);
        assertEquals(status, answer.statusCode(), answer::body);
        assertEquals("", control(answer));
    }

    @Test
    void contextThatNeedsARole_hasNone_forWhoHasIt() {
        var answer = get("targeted", "api/mizan/ctx/staff/", "X-Test-Caller", "ada;user");
        assertEquals(200, answer.statusCode(), answer::body);
        assertEquals("no-store", control(answer));
    }

    @Test
    void callAndSession_haveNone() {
        assertEquals("", control(get("targeted", "api/mizan/session/")));
        var call = Site.of("targeted")
                .post("api/mizan/call/", "application/json", "{\"fn\":\"runs\",\"args\":{\"page\":\"x\"}}");
        assertEquals(200, call.statusCode());
        assertEquals("", control(call));
    }

    @Test
    void keptPage_mayBeKept_missOrHit() {
        found();
        for (int i = 0; i < 2; i++) {
            var page = get("targeted", "shop/products/" + id + "/chair");
            assertEquals(200, page.statusCode(), page::body);
            assertTrue(page.body().contains("run 1<"), page::body);
            assertEquals("max-age=30", control(page));
            assertTrue(vary(page).containsAll(CREDENTIALS), vary(page)::toString);
            assertTrue(vary(page).contains("accept"), "the path answers with JSON, too");
        }
        var other = get("targeted", "shop/odd/" + id + "/plain");
        assertEquals("max-age=30", control(other));
    }

    /** Kept or rendered, by which function; what is added to it is not in the manifest, so it is there. */
    @Test
    void page_saysWhoMadeIt() {
        found();
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    "productPageShow", Stale.one(get("untargeted", "shop/products/" + id + "/chair"), "X-Mizan-Page"));
            assertEquals(
                    "oddPageShow, other, product;productId=" + (id + 1),
                    Stale.one(get("untargeted", "shop/odd/" + id + "/added"), "X-Mizan-Page"));
        }
        assertEquals("", Stale.one(get("untargeted", product()), "X-Mizan-Page"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cookie",
                "session",
                "private",
                "unfinished",
                "added",
                "changes",
                "latin",
                "large",
                "missing",
                "throws"
            })
    void pageThatIsNotForEverybody_hasNone(String kind) {
        found();
        for (int i = 0; i < 2; i++) {
            assertEquals("", Stale.one(get("targeted", "shop/odd/" + id + "/" + kind), "CDN-Cache-Control"));
        }
    }

    @Test
    void nothingConfigured_nothingSaid() {
        get("untargeted", "shop/products/1/found");
        assertEquals("", control(get("untargeted", product())));
        assertEquals("", control(get("untargeted", "shop/products/" + id + "/chair")));
        assertEquals(Set.of(), vary(get("untargeted", product())));
    }
}
