package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mizan.it.app.guarded.GuardedApplication;
import org.mizan.it.app.identity.HeaderIdentity;

/** Who is asking, who may, and from where (PROTOCOL §10). */
@ExtendWith(ArquillianExtension.class)
class IdentityIT extends Visitors {
    private static final String SETTINGS = """
            mizan.mwt.secret=fedcba9876543210fedcba9876543210
            mizan.mwt.audience=suite
            mizan.default-access=authenticated
            mizan.allowed-origins=https://friend.example
            mizan.max-concurrent=2
            mizan.strict=true
            mizan.cache=local
            mizan.cache.status=true
            mizan.roles=reader
            """;

    @ArquillianResource
    private URL url;

    @Deployment(testable = false)
    static WebArchive application() {
        return Wars.withCache(Wars.withTokens(Wars.app("identity")))
                .addPackage(GuardedApplication.class.getPackage())
                .addClass(HeaderIdentity.class)
                .addAsWebInfResource(new StringAsset(SETTINGS), "classes/META-INF/microprofile-config.properties");
    }

    @BeforeEach
    void open() {
        site = new Site(url);
    }

    static Stream<Arguments> guards() {
        return Stream.of("open", "closed", "admins", "signedIn", "odd", "bare")
                .flatMap(guard -> Stream.of("call", "read", "route", "page").map(kind -> Arguments.of(kind, guard)));
    }

    /** What the guard says to a caller: all kinds of functions, on every path, say the same. */
    private static int expected(String guard, Who who, int number) {
        boolean somebody = who != NOBODY;
        int refused = somebody ? 403 : 401;
        return switch (guard) {
            case "open" -> 200;
            case "closed" -> refused;
            case "admins" -> who.name().contains("root") ? 200 : refused;
            case "odd" -> somebody && number % 2 == 1 ? 200 : 403;
            default -> somebody ? 200 : 401;
        };
    }

    @ParameterizedTest
    @MethodSource("guards")
    void everyKindOfFunction_behindEveryGuard_forEveryCaller(String kind, String guard) {
        var callers = List.of(
                NOBODY, session("ada", "user"), session("root", "admin"), mwt("ada", "user"), mwt("root", "admin"));
        for (var who : callers) {
            for (int number = 1; number <= 2; number++) {
                var answer = send(kind, guard, who, number);
                int status = answer.statusCode();
                int expected = expected(guard, who, number);
                assertTrue(
                        status == expected || byTheServer(kind, guard, who, status),
                        () -> who + ": " + status + " " + answer.body());
            }
        }
    }

    /**
     * Resources are guarded by the server itself, too: Liberty answers nobody with 403, and Payara with 401 wherever it
     * finds {@code @PermitAll}.
     */
    private static boolean byTheServer(String kind, String guard, Who who, int status) {
        boolean permitAll = guard.equals("open") || guard.equals("odd");
        return kind.equals("page")
                && (who == NOBODY && (status == 401 || status == 403)
                        || permitAll && status == 401 && Server.name().equals("payara"));
    }

    private HttpResponse<String> send(String kind, String guard, Who who, int number) {
        var name = guard.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + guard.substring(1);
        return switch (kind) {
            case "call" -> call(who, "call" + name, "{\"number\":" + number + "}");
            case "read" ->
                site.send(request("api/mizan/ctx/" + guard + "/?number=" + number, who)
                        .GET());
            case "route" ->
                site.send(request("route/" + guard + "?number=" + number, who).POST(BodyPublishers.noBody()));
            default ->
                site.send(
                        request("app/page/" + guard + "?number=" + number, who).POST(BodyPublishers.noBody()));
        };
    }

    @Test
    void callers_areWhoTheyProved() {
        assertEquals("{\"result\":\"NONE\"}", whoami(NOBODY));
        assertEquals("{\"result\":\"CONTAINER ada [reader]\"}", whoami(session("ada", "reader,unknown")));
        assertEquals("{\"result\":\"MWT ada [reader]\"}", whoami(mwt("ada", "reader")));
    }

    @Test
    void session_tellsTheCallerAndHowItsTokenTravels() {
        var nobody = site.get("api/mizan/session/");
        assertEquals(
                "{\"caller\":null,\"csrf\":{\"cookie\":\"XSRF-TOKEN\",\"header\":\"X-XSRF-TOKEN\"}}", nobody.body());
        assertEquals(List.of(), nobody.headers().allValues("Set-Cookie"));
        var ada = site.send(request("api/mizan/session/", new Who("ada", List.of("X-Test-Caller", "ada;reader")))
                .GET());
        assertTrue(ada.body().startsWith("{\"caller\":{\"id\":\"ada\",\"roles\":[\"reader\"]},"), ada.body());
        var cookie = ada.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("XSRF-TOKEN="))
                .findFirst()
                .orElseThrow();
        assertTrue(cookie.contains("SameSite=Lax"), cookie);
        assertFalse(cookie.contains("HttpOnly"), cookie);
    }

    @Test
    void sessionCaller_needsTheTokenOfItsSession() {
        var ada = session("ada", "user");
        assertEquals(200, call(ada, "whoami", "{}").statusCode());
        var bob = session("bob", "user");
        var identity = List.of("X-Test-Caller", "ada;user");
        var cookie = ada.headers().subList(2, 4);
        var none = new Who("no token", identity).and(cookie.toArray(String[]::new));
        var missing = call(none, "whoami", "{}");
        assertEquals(403, missing.statusCode());
        assertTrue(missing.body().contains("\"details\":{\"reason\":\"csrf\"}"), missing.body());
        assertEquals(403, call(none.and("X-XSRF-TOKEN", ""), "whoami", "{}").statusCode());
        assertEquals(
                403,
                call(none.and("X-XSRF-TOKEN", bob.headers().get(5)), "whoami", "{}")
                        .statusCode());
        assertEquals(
                403,
                call(
                                new Who("no session", identity)
                                        .and("X-XSRF-TOKEN", ada.headers().get(5)),
                                "whoami",
                                "{}")
                        .statusCode());
        var bobInAdasSession = new Who("bob", List.of("X-Test-Caller", "bob;user"))
                .and(ada.headers().subList(2, 6).toArray(String[]::new));
        assertEquals(403, call(bobInAdasSession, "whoami", "{}").statusCode());
        assertEquals(403, send("route", "open", none, 1).statusCode());
        assertEquals(200, send("read", "open", none, 1).statusCode(), "reads are safe");
    }

    @Test
    void tabs_shareOneToken() {
        var ada = session("ada", "user");
        var again = site.send(request("api/mizan/session/", ada).GET());
        assertTrue(again.headers().allValues("Set-Cookie").stream()
                .anyMatch(cookie ->
                        cookie.startsWith("XSRF-TOKEN=" + ada.headers().get(5) + ";")));
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site,  403",
        "Sec-Fetch-Site, same-origin, 200",
        "Sec-Fetch-Site, none, 200",
        "Origin, https://foe.example, 403",
        "Origin, null, 403",
        "Origin, https://friend.example, 200",
    })
    void originOfTheRequest_decides_forSessionsAndForNobody(String header, String value, int status) {
        for (var who : List.of(session("ada", "user"), NOBODY)) {
            assertEquals(status, call(who.and(header, value), "whoami", "{}").statusCode());
            assertEquals(
                    status, send("route", "open", who.and(header, value), 1).statusCode());
        }
        var page = send("page", "bare", session("ada", "user").and(header, value), 1);
        assertEquals(status, page.statusCode());
        assertEquals(
                200, call(mwt("ada", "user").and(header, value), "whoami", "{}").statusCode());
    }

    @Test
    void simpleCrossOriginRequest_isRefused() {
        var ada = session("ada", "user");
        var form = site.send(request("api/mizan/call/", ada)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"fn\":\"whoami\"}")));
        assertEquals(415, form.statusCode());
    }

    @Test
    void preflight_isAnsweredForAllowedOriginsOnly() {
        var friend = preflight("https://friend.example");
        assertEquals(204, friend.statusCode());
        assertEquals("https://friend.example", header(friend, "Access-Control-Allow-Origin"));
        assertEquals("true", header(friend, "Access-Control-Allow-Credentials"));
        assertTrue(header(friend, "Access-Control-Allow-Headers").contains("X-XSRF-TOKEN"));
        assertEquals("", header(preflight("https://foe.example"), "Access-Control-Allow-Origin"));
        var read = site.send(request("api/mizan/ctx/common/", NOBODY.and("Origin", "https://friend.example"))
                .GET());
        assertEquals("https://friend.example", header(read, "Access-Control-Allow-Origin"));
        assertEquals("X-Mizan-Invalidate", header(read, "Access-Control-Expose-Headers"));
        var other = site.send(request("api/mizan/ctx/common/", NOBODY.and("Origin", "https://foe.example"))
                .GET());
        assertEquals("", header(other, "Access-Control-Allow-Origin"));
        assertEquals("Origin", header(other, "Vary"));
    }

    private HttpResponse<String> preflight(String origin) {
        return site.send(request("api/mizan/call/", NOBODY)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void token_winsOverASession_andABadOneNeverFallsBack() {
        var token = obtain(session("ada", "user"));
        var root = session("root", "admin");
        assertEquals("{\"result\":\"MWT ada []\"}", whoami(root.and("X-Mizan-Token", token)));
        assertEquals(
                403,
                call(root.and("X-Mizan-Token", token), "callAdmins", "{\"number\":1}")
                        .statusCode());
        int middle = token.length() / 2;
        var bad = List.of(
                "",
                "x",
                token.substring(0, middle) + (token.charAt(middle) == 'A' ? 'B' : 'A') + token.substring(middle + 1),
                token + "A",
                token.substring(0, token.lastIndexOf('.') + 1),
                "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0." + token.split("\\.")[1] + ".",
                token + "." + token,
                "A".repeat(7_000));
        for (var each : bad) {
            var answer = call(root.and("X-Mizan-Token", each), "whoami", "{}");
            assertEquals(401, answer.statusCode(), each);
            assertTrue(answer.body().startsWith("{\"error\":{\"code\":\"UNAUTHORIZED\""), answer.body());
            assertEquals(
                    401,
                    send("page", "open", root.and("X-Mizan-Token", each), 1).statusCode());
            assertEquals(
                    401,
                    send("read", "open", root.and("X-Mizan-Token", each), 1).statusCode());
            assertEquals(
                    401,
                    send("route", "open", root.and("X-Mizan-Token", each), 1).statusCode());
        }
        assertEquals("401", whoami(root.and("X-Mizan-Token", token, "X-Mizan-Token", token)));
    }

    @Test
    void bearerTokenThatNobodyVerified_isRefused() {
        for (var path : List.of("api/mizan/ctx/common/", "api/mizan/session/")) {
            assertEquals(
                    401,
                    site.send(request(path, NOBODY.and("Authorization", "Bearer abc"))
                                    .GET())
                            .statusCode());
        }
        var ada = session("ada", "user").and("Authorization", "Bearer abc");
        assertEquals("401", whoami(ada));
        assertEquals(
                401,
                send("page", "open", NOBODY.and("Authorization", "bearer abc"), 1)
                        .statusCode());
    }

    @Test
    void tokenForAToken_isNotToBeHad() {
        assertEquals(403, call(mwt("ada", "user"), "mwtObtain", "{}").statusCode());
        assertEquals(401, call(NOBODY, "mwtObtain", "{}").statusCode());
        var answer = call(session("ada", "user"), "mwtObtain", "{}").body();
        assertTrue(
                Pattern.matches(
                        "\\{\"result\":\\{\"expiresAt\":\"[0-9T:.-]+Z\",\"token\":\"[\\w-]+\\.[\\w-]+\\.[\\w-]+\"}}",
                        answer),
                answer);
    }

    @Test
    void tokenWhoseRolesHaveChanged_isRefused() {
        var dora = mwt("dora", "reader");
        assertEquals("{\"result\":\"MWT dora [reader]\"}", whoami(dora));
        call(NOBODY, "demote", "{\"id\":\"dora\"}");
        assertEquals("401", whoami(dora));
    }

    @Test
    void sharedContext_hasOneEntryForAll_andOneThatAsksForTheCallerFails() {
        site.send(request("api/mizan/ctx/common/", session("ada", "user")).GET());
        for (var who : List.of(NOBODY, session("bob", "admin"), mwt("eve", "user"))) {
            var answer = site.send(request("api/mizan/ctx/common/", who).GET());
            assertEquals("mizan; hit", header(answer, "Cache-Status"));
        }
        var tainted = site.get("api/mizan/ctx/tainted/");
        assertEquals(500, tainted.statusCode(), "mizan.strict");
        assertTrue(tainted.body().contains("\"function\":\"tainted\""), tainted.body());
    }

    @Test
    void oneCallersBundle_isNeverAnothers() {
        var answers = new ArrayList<String>();
        for (var who : List.of(session("ada", "reader"), session("bob", "reader"), mwt("ada", "reader"), NOBODY)) {
            answers.add(header(
                    site.send(request("api/mizan/ctx/open/?number=77", who).GET()), "Cache-Status"));
        }
        assertNotEquals("mizan; hit", answers.get(0));
        assertNotEquals("mizan; hit", answers.get(1));
        assertEquals("mizan; hit", answers.get(2), "ada is ada, by whatever she proves it");
        assertNotEquals("mizan; hit", answers.get(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/mizan//call/",
                "api/mizan/call;x=y/",
                "api/mizan/%63all/",
                "api/mizan/call/.",
                "api/mizan/ctx/../call/",
                "api//mizan/call/",
                "api/mizan/call/%2e",
                "api/mizan/CALL/"
            })
    void pathTrick_passesNoGuard(String path) {
        var answer = site.send(request(path, NOBODY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"fn\":\"callAdmins\",\"args\":{\"number\":1}}")));
        assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, path + " " + answer.statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "HEAD", "JEFF"})
    void otherMethod_runsNoCall(String method) {
        var answer = site.send(request("api/mizan/call/", NOBODY)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString("{\"fn\":\"whoami\"}")));
        assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 502, method + " " + answer.statusCode());
        assertFalse(answer.body().contains("result"));
    }

    @Test
    void moreThanTheMostAtOnce_areRefused() {
        var slow = Stream.of(1, 2)
                .map(i -> CompletableFuture.supplyAsync(this::slow))
                .toList();
        var refused = call(NOBODY, "whoami", "{}");
        for (int i = 0; i < 500 && refused.statusCode() == 200; i++) {
            refused = call(NOBODY, "whoami", "{}");
        }
        assertEquals(503, refused.statusCode());
        assertEquals("1", header(refused, "Retry-After"));
        assertEquals(200, site.get("end").statusCode());
        slow.forEach(each -> assertEquals(200, each.join().statusCode()));
        assertEquals(200, call(NOBODY, "whoami", "{}").statusCode());
    }

    /** A call that takes its time, once it is let in. */
    private HttpResponse<String> slow() {
        var answer = call(NOBODY, "slow", "{}");
        for (int i = 0; i < 500 && answer.statusCode() == 503; i++) {
            answer = call(NOBODY, "slow", "{}");
        }
        return answer;
    }
}
