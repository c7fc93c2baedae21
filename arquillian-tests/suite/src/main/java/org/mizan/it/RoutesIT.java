package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mizan.it.app.identity.HeaderIdentity;
import org.mizan.it.app.routes.RootApplication;

/** Routes of plain beans, beside a user's application that takes every path, and who the session says is asking. */
@ExtendWith(ArquillianExtension.class)
class RoutesIT {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    @ArquillianResource
    private URL url;

    private Site site;

    @Deployment(testable = false)
    static WebArchive application() {
        return Wars.app("routes")
                .addPackage(RootApplication.class.getPackage())
                .addClass(HeaderIdentity.class)
                .addAsWebInfResource(
                        new StringAsset("mizan.max-body=200\nmizan.roles=editor\n"),
                        "classes/META-INF/microprofile-config.properties");
    }

    @BeforeEach
    void open() {
        site = new Site(url);
    }

    @Test
    void arguments_comeFromPathQueryFormAndJson() {
        echo(
                "\"id\":5,\"line\":{\"count\":0,\"sku\":\"none\"},\"sizes\":[1,2],\"text\":\"a b+ü&=\"",
                site.get("orders/5/echo?text=a+b%2B%C3%BC%26%3D&sizes=1&sizes=2"));
        echo(
                "\"id\":5,\"line\":{\"count\":0,\"sku\":\"none\"},\"sizes\":[1,2],\"text\":\"a b+ü&=\"",
                site.post("orders/5/echo?sizes=1", FORM + ";charset=UTF-8", "sizes=2&text=a+b%2B%C3%BC%26%3D"));
        echo(
                "\"id\":5,\"line\":{\"count\":2,\"sku\":\"x\"},\"sizes\":[3],\"text\":\"q\"",
                site.post("orders/5/echo?text=q", JSON, "{\"sizes\":[3],\"line\":{\"sku\":\"x\",\"count\":2}}"));
    }

    private static void echo(String members, HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("{" + members + "}", answer.body());
        assertEquals("no-store", Stale.one(answer, "Cache-Control"));
        assertTrue(Stale.one(answer, "Content-Type").startsWith(JSON));
        assertEquals("", Stale.of(answer));
    }

    @ParameterizedTest
    @CsvSource({
        "orders/caf%C3%A9,          café",
        "orders/a+b,                a+b",
        "orders/a%20b,              a b",
        "orders/a&b=c,              a&b=c",
        "orders/a%2Bb%26c,          a+b&c",
        "orders/100%25,             100%",
        "orders/plain;jsessionid=1, plain",
    })
    void pathParameter_isDecoded(String path, String text) {
        var answer = site.get(path);
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("\"" + text + "\"", answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders/x/echo?sizes=1",
                "orders/5/echo?sizes=x",
                "orders/5/echo?sizes=1&unknown=2",
                "orders/5/echo?sizes=1&text=a&text=b",
                "orders/5/echo?sizes=1&text=%FF",
                "orders/5/echo?sizes=1&id=6"
            })
    void badArguments_areRefused(String path) {
        refused(400, "BAD_REQUEST", site.get(path));
    }

    @Test
    void badBodies_areRefused() {
        refused(400, "BAD_REQUEST", site.post("orders/5/echo", JSON, "{\"sizes\":[3],"));
        refused(400, "BAD_REQUEST", site.post("orders/5/echo", JSON, "[1]"));
        refused(400, "BAD_REQUEST", site.post("orders/5/echo?text=a", JSON, "{\"text\":\"b\",\"sizes\":[1]}"));
        refused(415, "UNSUPPORTED_MEDIA_TYPE", site.post("orders/5/echo", "text/plain", "sizes=1"));
        refused(413, "PAYLOAD_TOO_LARGE", site.post("orders/5/echo", FORM, "text=" + "x".repeat(300)));
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void bodyOfUnknownLength_isReadAndLimited(HttpClient.Version version) {
        // In HTTP/2 neither Content-Length nor Transfer-Encoding says that there is one.
        Assumptions.assumeTrue(
                version == HttpClient.Version.HTTP_1_1 || !Server.name().equals("payara"),
                "Payara's upgrade of a POST to HTTP/2 is not reliable");
        refused(
                413,
                "PAYLOAD_TOO_LARGE",
                site.send(site.request("orders/5/echo")
                        .version(version)
                        .header("Content-Type", JSON)
                        .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[300])))));
    }

    @Test
    void mutationOnARoute_saysWhatBecameStale() {
        var answer = site.post("orders", JSON, "{\"id\":9}");
        assertEquals(204, answer.statusCode(), answer.body());
        assertEquals("order;id=9", Stale.of(answer));
        assertEquals("no-store", Stale.one(answer, "Cache-Control"));
    }

    @Test
    void internalRoute_isNoFunctionForCalls() {
        var hook = site.post("webhooks/4", FORM, "amount=1");
        assertEquals(204, hook.statusCode(), hook.body());
        assertEquals("order;id=4", Stale.of(hook));
        refused(
                403,
                "FORBIDDEN",
                site.post("api/mizan/call/", JSON, "{\"fn\":\"webhook\",\"args\":{\"id\":4,\"amount\":1}}"));
    }

    @Test
    void failuresOfARoute_haveTheProtocolsForm() {
        refused(422, "VALIDATION_FAILED", site.post("webhooks/4", JSON, "{\"amount\":0}"));
        refused(409, "TAKEN", site.post("webhooks/4", JSON, "{\"amount\":409}"));
        refused(500, "INTERNAL_ERROR", site.post("webhooks/4", JSON, "{\"amount\":666}"));
    }

    @Test
    void methods_areThoseOfTheRoute() {
        var wrong = site.get("webhooks/4");
        refused(405, "METHOD_NOT_ALLOWED", wrong);
        assertEquals("OPTIONS, POST, PUT", Stale.one(wrong, "Allow"));
        var options = site.send(site.request("webhooks/4").method("OPTIONS", BodyPublishers.noBody()));
        assertEquals(204, options.statusCode());
        assertEquals("OPTIONS, POST, PUT", Stale.one(options, "Allow"));
        var head = site.send(site.request("orders/abc").method("HEAD", BodyPublishers.noBody()));
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        assertEquals("5", Stale.one(head, "Content-Length"));
    }

    @Test
    void pathBesideARoute_isTheApplications() {
        assertEquals("\"abc\"", site.get("orders/abc").body());
        assertEquals("page elsewhere", site.get("elsewhere").body());
        assertEquals("page orders/abc/no/route", site.get("orders/abc/no/route").body());
    }

    @Test
    void roles_areHeld() {
        refused(401, "UNAUTHORIZED", site.get("secrets/1"));
        refused(403, "FORBIDDEN", site.send(site.request("secrets/1").header("X-Test-Caller", "ada;editor")));
        assertEquals(
                "\"secret 1\"",
                site.send(site.request("secrets/1").header("X-Test-Caller", "ada;admin"))
                        .body());
    }

    @Test
    void response_isPassedOn() {
        var redirect = site.post("respond/redirect?id=3", FORM, "");
        assertEquals(303, redirect.statusCode(), redirect.body());
        assertEquals("order;id=3", Stale.of(redirect));
        // Open Liberty adds no-cache=set-cookie where there is a cookie.
        assertTrue(Stale.one(redirect, "Cache-Control").startsWith("no-store"));
        assertTrue(Stale.one(redirect, "Location").endsWith("/elsewhere?a=b"), Stale.one(redirect, "Location"));
        assertEquals(List.of("first", "second"), redirect.headers().allValues("X-Own"));
        var cookies = redirect.headers().allValues("Set-Cookie");
        assertEquals(2, cookies.size(), cookies.toString());
        assertTrue(cookies.get(0).startsWith("one=") && cookies.get(1).startsWith("two="), cookies.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "text,   200, text/plain;charset=utf-8,      text é",
        "latin,  200, text/plain;charset=iso-8859-1, text é",
        "bytes,  200, application/octet-stream,      '\u0001\u0002\u0003'",
        "stream, 200, text/csv,                      streamed",
        "input,  200, text/csv,                      input",
        "record, 200, application/json,              '{\"count\":3,\"sku\":\"sku\"}'",
        "list,   201, application/json,              '[{\"count\":3,\"sku\":\"sku\"}]'",
        "empty,  204, '',                            ''",
        "null,   204, '',                            ''",
    })
    void entity_isWritten(String kind, int status, String type, String body) {
        var answer = site.get("respond/" + kind + "?id=3");
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(body, answer.body());
        var sent = Stale.one(answer, "Content-Type").replace(" ", "").toLowerCase(java.util.Locale.ROOT);
        assertTrue(sent.startsWith(type), sent);
        assertEquals("order;id=3", Stale.of(answer));
        assertEquals("no-store", Stale.one(answer, "Cache-Control"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken-stream", "broken-entity"})
    void entityThatFails_isACleanError_andStaleAllTheSame(String kind) {
        var answer = site.get("respond/" + kind + "?id=3");
        assertEquals(500, answer.statusCode());
        assertTrue(answer.body().startsWith("{\"error\":{\"code\":\"INTERNAL_ERROR\""), answer.body());
        assertFalse(answer.body().contains("secret"), answer.body());
        assertEquals("order;id=3", Stale.of(answer));
        assertEquals("no-store", Stale.one(answer, "Cache-Control"));
    }

    @Test
    void cacheControlOfTheResponse_stays() {
        assertTrue(Stale.one(site.get("respond/cached?id=3"), "Cache-Control").contains("max-age=60"));
    }

    @ParameterizedTest
    @CsvSource({"works, 200, later 3", "nothing, 204, ''", "fails, 500, INTERNAL_ERROR", "refuses, 409, TAKEN"})
    void asynchronousResponse_isPassedOn(String how, int status, String body) {
        var answer = site.get("later/3/" + how);
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(body), answer.body());
        assertFalse(answer.body().contains("secret"), answer.body());
        assertEquals("order;id=3", Stale.of(answer));
        assertEquals("no-store", Stale.one(answer, "Cache-Control"));
    }

    private static void refused(int status, String code, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().startsWith("{\"error\":{\"code\":\"" + code + "\""), answer.body());
        assertEquals("", Stale.of(answer));
        assertEquals("no-store", Stale.one(answer, "Cache-Control"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/mizan/session/", "api/mizan/session"})
    void session_saysWhoAsks(String path) {
        var nobody = site.get(path);
        assertEquals(200, nobody.statusCode(), nobody.body());
        assertTrue(nobody.body().startsWith("{\"caller\":null,\"csrf\":"), nobody.body());
        assertEquals("no-store", Stale.one(nobody, "Cache-Control"));
        assertTrue(Stale.one(nobody, "Content-Type").startsWith(JSON));
        var ada = site.send(site.request(path).header("X-Test-Caller", "ada;other,editor,admin"));
        assertTrue(
                ada.body().startsWith("{\"caller\":{\"id\":\"ada\",\"roles\":[\"admin\",\"editor\"]},\"csrf\":"),
                ada.body());
    }

    @Test
    void session_answersToNoOtherMethod() {
        var post = site.post("api/mizan/session/", JSON, "{}");
        refused(405, "METHOD_NOT_ALLOWED", post);
        assertTrue(Stale.one(post, "Allow").contains("GET"), Stale.one(post, "Allow"));
        var head = site.send(site.request("api/mizan/session/").method("HEAD", BodyPublishers.noBody()));
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        var options = site.send(site.request("api/mizan/session/").method("OPTIONS", BodyPublishers.noBody()));
        assertTrue(options.statusCode() == 200 || options.statusCode() == 204, () -> "" + options.statusCode());
        assertTrue(Stale.one(options, "Allow").contains("GET"), Stale.one(options, "Allow"));
        assertEquals("", site.get("session").body().replace("page session", ""));
    }
}
