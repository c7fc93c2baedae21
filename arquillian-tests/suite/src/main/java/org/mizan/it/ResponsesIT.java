package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mizan.it.app.identity.HeaderIdentity;
import org.mizan.it.app.smoke.TextViewEngine;
import org.mizan.it.app.views.ListingApplication;

/**
 * Every kind of response of a user's resource or controller says what became stale, whether its application scans or
 * lists; and none says so when a rollback was the reason for it.
 */
@ExtendWith(ArquillianExtension.class)
class ResponsesIT {
    @ArquillianResource
    private URL url;

    private Site site;

    @Deployment(testable = false)
    static WebArchive application() {
        return Wars.withMvc(Wars.app("views"))
                .addPackage(ListingApplication.class.getPackage())
                .addClasses(TextViewEngine.class, HeaderIdentity.class)
                .addAsWebInfResource(new StringAsset("Thing {id}"), "views/thing.txt");
    }

    @BeforeEach
    void open() {
        site = new Site(url);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  entity,        200, entity",
        "POST, json,          200, '{\"text\":\"a!\"}'",
        "POST, see-other,     303, ''",
        "POST, created,       201, made",
        "POST, nothing,       204, ''",
        "GET,  null,          204, ''",
        "GET,  stage,         200, stage",
        "GET,  stream,        200, stream",
        "GET,  async,         200, async",
        "GET,  async-at-once, 200, at once",
        "GET,  async-inside,  200, inside",
        "GET,  sse,           200, 'data: sse'",
        "GET,  sse-inside,    200, 'data: sse'",
    })
    void everyKindOfResponse_saysWhatBecameStale(String method, String path, int status, String body) {
        assertAll(
                () -> stale(method, "list/views/7/" + path, status, body),
                () -> stale(method, "scan/views/7/" + path, status, body),
                () -> stale(method, "list/transacted/7/" + path, status, body),
                () -> stale(method, "scan/transacted/7/" + path, status, body));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  name,     200, Thing 7",
        "POST, redirect, 303, ''",
        "GET,  response, 202, Thing 7",
        "GET,  view,     200, Thing 7",
    })
    void everyKindOfPage_saysWhatBecameStale(String method, String path, int status, String body) {
        assertAll(
                () -> stale(method, "list/pages/7/" + path, status, body),
                () -> stale(method, "scan/pages/7/" + path, status, body));
    }

    @ParameterizedTest
    @CsvSource({
        "mapped-rolled-back,       418, ''",
        "mapped-committed,         418, thing;id=7",
        "mapped-no-transaction,    418, thing;id=7",
        "unmapped-rolled-back,     500, ''",
        "unmapped-committed,       500, thing;id=7",
        "not-found-rolled-back,    404, ''",
        "not-found-no-transaction, 404, thing;id=7",
        "no-such-path,             404, ''",
        "stage-rolled-back,        418, ''",
        "stage-no-transaction,     418, thing;id=7",
        "stage-unmapped,           500, thing;id=7",
        "inner-committed,          418, thing;id=7",
        "inner-joined,             418, ''",
    })
    void errorAnswer_saysOnlyWhatWasCommitted(String path, int status, String stale) {
        for (var application : new String[] {"list", "scan"}) {
            var answer = site.get(application + "/errors/7/" + path);
            assertEquals(status, answer.statusCode(), answer.body());
            assertEquals(stale, Stale.of(answer), application);
            if (!stale.isEmpty() && !path.startsWith("inner")) {
                assertEquals("no-store", Stale.one(answer, "Cache-Control"), application);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "scan"})
    void viewInAContext_isKeptOutOfCachesAndOutOfTheBundle(String application) {
        var answer = site.get(application + "/views/7/read");
        assertEquals("read", answer.body());
        assertEquals("", Stale.of(answer));
        assertEquals("no-store", Stale.one(answer, "Cache-Control"));
        assertEquals(
                "{\"thing\":\"thing 7\"}", site.get("api/mizan/ctx/thing/?id=7").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "scan"})
    void methodWithoutAnnotation_isLeftAlone(String application) {
        var answer = site.get(application + "/views/7/plain");
        assertEquals("plain", answer.body());
        assertEquals("", Stale.of(answer));
        assertEquals("", Stale.one(answer, "Cache-Control"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "scan"})
    void cacheControlOfTheApplication_stays(String application) {
        var answer = site.get(application + "/views/7/cached");
        assertEquals("thing;id=7", Stale.of(answer));
        assertTrue(Stale.one(answer, "Cache-Control").contains("max-age=60"));
        assertFalse(Stale.one(answer, "Cache-Control").contains("no-store"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "scan"})
    void resourceWithoutScope_saysWhatBecameStale(String application) {
        stale("GET", application + "/bare/7", 200, "bare");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list/access/8/role", "scan/access/8/role", "list/bare/8/role", "scan/bare/8/role"})
    void role_isNeeded(String path) {
        var role = path.contains("bare") ? "bareOnly" : "admin";
        turnedAway(401, "UNAUTHORIZED", site.get(path));
        turnedAway(403, "FORBIDDEN", site.send(site.request(path).header("X-Test-Caller", "ada;other")));
        var answer = site.send(site.request(path).header("X-Test-Caller", "ada;" + role));
        assertEquals("role", answer.body());
        assertEquals("thing;id=8", Stale.of(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "scan"})
    void denied_isRefusedToEverybody(String application) {
        var path = application + "/access/8/denied";
        turnedAway(401, "UNAUTHORIZED", site.get(path));
        turnedAway(403, "FORBIDDEN", site.send(site.request(path).header("X-Test-Caller", "ada;admin")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "scan"})
    void guard_seesTheArguments(String application) {
        refused(403, "FORBIDDEN", site.get(application + "/access/7/guarded"));
        assertEquals("guarded", site.get(application + "/access/8/guarded").body());
    }

    /**
     * Payara and Open Liberty hold the roles of resources themselves, before the resource is called, with answers of
     * their own; Open Liberty's is 403 for nobody too.
     */
    private static void turnedAway(int status, String code, HttpResponse<String> answer) {
        if (Server.name().equals("wildfly")) {
            refused(status, code, answer);
        } else {
            assertTrue(answer.statusCode() == status || answer.statusCode() == 403, () -> "" + answer.statusCode());
            assertEquals("", Stale.of(answer));
        }
    }

    private static void refused(int status, String code, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().startsWith("{\"error\":{\"code\":\"" + code + "\""), answer.body());
        assertEquals("", Stale.of(answer));
        assertEquals("no-store", Stale.one(answer, "Cache-Control"));
    }

    private void stale(String method, String path, int status, String body) {
        var answer = method.equals("GET") ? site.get(path) : site.post(path, "application/json", "{\"text\":\"a\"}");
        assertEquals(status, answer.statusCode(), path + " " + answer.body());
        assertEquals("thing;id=7", Stale.of(answer), path);
        // Liberty adds no-cache=set-cookie where Krazo's CSRF token begins a session.
        assertTrue(Stale.one(answer, "Cache-Control").contains("no-store"), path);
        assertTrue(answer.body().contains(body), path + " " + answer.body());
    }
}
