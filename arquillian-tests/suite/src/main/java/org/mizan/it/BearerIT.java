package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mizan.it.app.bearer.BearerApplication;
import org.mizan.it.app.guarded.GuardedApplication;

/** MicroProfile JWT with tokens really signed and the server's own configuration, and tokens of ours beside it. */
@ExtendWith(ArquillianExtension.class)
class BearerIT extends Visitors {
    private static final String MWT_SECRET = "fedcba9876543210fedcba9876543210";
    private static final String PREVIOUS_SECRET = "previous-previous-previous-12345";
    private static final String CACHE_SECRET = "cache-secret-cache-secret-123456";
    private static final String SETTINGS =
            """
            mp.jwt.verify.publickey.location=META-INF/pub.pem
            mp.jwt.verify.issuer=%s
            mizan.mwt.secret=%s
            mizan.mwt.audience=suite
            mizan.mwt.kid=two
            mizan.mwt.previous-secrets=one=%s
            mizan.cache=local
            mizan.cache.secret=%s
            mizan.cache.status=true
            mizan.default-access=authenticated
            mizan.strict=true
            mizan.roles=reader
            """.formatted(SignedTokens.ISSUER, MWT_SECRET, PREVIOUS_SECRET, CACHE_SECRET);

    @ArquillianResource
    private URL url;

    @Deployment(testable = false)
    static WebArchive application() {
        return Wars.withRoles(Wars.withCache(Wars.withTokens(Wars.app("bearer"))), "reader")
                .addPackage(GuardedApplication.class.getPackage())
                .deleteClass(GuardedApplication.class)
                .addPackage(BearerApplication.class.getPackage())
                .addAsWebInfResource(new StringAsset(SignedTokens.publicKey()), "classes/META-INF/pub.pem")
                .addAsWebInfResource(new StringAsset(SETTINGS), "classes/META-INF/microprofile-config.properties");
    }

    @BeforeEach
    void open() {
        site = new Site(url);
    }

    private static Who bearer(String token) {
        return new Who("bearer", List.of("Authorization", "Bearer " + token));
    }

    private static Who bearer(String name, String group) {
        return bearer(SignedTokens.rs256(SignedTokens.claims(name, group)));
    }

    @Test
    void caller_isWhomTheTokenNames_withTheRolesThatTheApplicationKnows() {
        assertEquals("{\"result\":\"BEARER ada [reader]\"}", whoami(bearer("ada", "reader")));
        assertEquals("{\"result\":\"BEARER eve []\"}", whoami(bearer("eve", "unknown")));
        assertEquals("{\"result\":\"NONE\"}", whoami(NOBODY));
    }

    @Test
    void session_tellsTheCaller_andGivesNoTokenAgainstForgery() {
        var answer =
                site.send(request("api/mizan/session/", bearer("ada", "reader")).GET());
        assertTrue(answer.body().startsWith("{\"caller\":{\"id\":\"ada\",\"roles\":[\"reader\"]},"), answer.body());
        assertFalse(
                answer.headers().allValues("Set-Cookie").stream().anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN=")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"call", "read", "route", "page"})
    void guards_holdOnEveryPath(String kind) {
        var user = bearer("ada", "user");
        var admin = bearer("root", "admin");
        assertEquals(200, status(kind, "Admins", admin));
        assertEquals(403, status(kind, "Admins", user));
        int signedIn = status(kind, "SignedIn", user);
        assertTrue(signedIn == 200 || signedIn == 403 && refusedByLiberty(kind), kind + " " + signedIn);
        assertEquals(200, status(kind, "Bare", user));
        assertEquals(403, status(kind, "Closed", admin));
        int nobody = status(kind, "Admins", NOBODY);
        assertTrue(nobody == 401 || kind.equals("page") && nobody == 403, kind + " " + nobody);
    }

    /** Liberty guards resources itself, and does not know that {@code "**"} is anybody. */
    private static boolean refusedByLiberty(String kind) {
        return kind.equals("page") && Server.name().equals("liberty");
    }

    private int status(String kind, String guard, Who who) {
        var name = guard.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + guard.substring(1);
        return switch (kind) {
            case "call" -> call(who, "call" + guard, "{\"number\":1}").statusCode();
            case "read" ->
                site.send(request("api/mizan/ctx/" + name + "/?number=1", who).GET())
                        .statusCode();
            case "route" ->
                site.send(request("route/" + name + "?number=1", who).POST(BodyPublishers.noBody()))
                        .statusCode();
            default ->
                site.send(request("app/page/" + name + "?number=1", who).POST(BodyPublishers.noBody()))
                        .statusCode();
        };
    }

    static Stream<Arguments> badBearers() {
        var claims = SignedTokens.claims("root", "admin");
        var rs256 = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";
        var good = SignedTokens.rs256(claims);
        var past = Instant.now().minusSeconds(3_600).getEpochSecond();
        var publicKey = SignedTokens.publicKey();
        return Stream.of(
                Arguments.of("garbage", "abc"),
                Arguments.of("empty", ""),
                Arguments.of("alg none", SignedTokens.unsigned("{\"alg\":\"none\"}", claims.toString())),
                Arguments.of("no signature", good.substring(0, good.lastIndexOf('.') + 1)),
                Arguments.of(
                        "public key as secret",
                        SignedTokens.hs256("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", claims.toString(), publicKey)),
                Arguments.of(
                        "another key",
                        SignedTokens.rs256(
                                rs256, claims.toString(), SignedTokens.rsa().getPrivate())),
                Arguments.of(
                        "expired",
                        SignedTokens.rs256(
                                SignedTokens.with(SignedTokens.with(claims, "iat", past), "exp", past + 60))),
                Arguments.of(
                        "another issuer", SignedTokens.rs256(SignedTokens.with(claims, "iss", "https://foe.example"))),
                Arguments.of("tampered", tampered(good, SignedTokens.with(claims, "upn", "eve"))));
    }

    private static String tampered(String good, JsonObject claims) {
        var parts = good.split("\\.");
        return parts[0] + "." + SignedTokens.unsigned("{}", claims.toString()).split("\\.")[1] + "." + parts[2];
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBearers")
    void badBearer_isRefusedOnEveryPath_andFallsBackToNobody_nowhere(String name, String token) {
        var who = bearer(token);
        assertEquals(401, call(who, "whoami", "{}").statusCode(), "open call");
        assertEquals(401, status("call", "Admins", who), "call");
        for (var kind : List.of("read", "route", "page")) {
            assertEquals(401, status(kind, "Open", who), kind);
        }
        assertEquals(401, site.send(request("api/mizan/session/", who).GET()).statusCode());
    }

    @Test
    void twoBearers_areRefused() {
        var token = SignedTokens.rs256(SignedTokens.claims("ada", "user"));
        var other = SignedTokens.rs256(SignedTokens.claims("root", "admin"));
        var answer = call(bearer(token).and("Authorization", "Bearer " + other), "callAdmins", "{\"number\":1}");
        assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, "" + answer.statusCode());
    }

    @Test
    void ownToken_comesBeforeABearer() {
        var own = obtain(bearer("ada", "user"));
        var both = bearer("root", "admin").and("X-Mizan-Token", own);
        assertEquals("{\"result\":\"MWT ada []\"}", whoami(both));
        assertEquals(403, call(both, "callAdmins", "{\"number\":1}").statusCode());
    }

    @Test
    void ownToken_endsWithTheBearerThatItWasObtainedWith() {
        var soon = Instant.now().plusSeconds(40).getEpochSecond();
        var claims = SignedTokens.with(SignedTokens.claims("ada", "user"), "exp", soon);
        var own = SignedTokens.read(obtain(bearer(SignedTokens.rs256(claims))));
        assertEquals(soon, own.getJsonNumber("exp").longValueExact());
        var unbounded = SignedTokens.read(obtain(bearer("ada", "user")));
        assertTrue(unbounded.getJsonNumber("exp").longValueExact() > soon);
    }

    @Test
    void bundles_areKeptApartByCaller() {
        assertEquals("miss", read(bearer("cache-a", "reader")));
        assertEquals("hit", read(bearer("cache-a", "reader")));
        assertEquals("miss", read(bearer("cache-b", "reader")));
        assertEquals("hit", read(new Who("mwt", List.of("X-Mizan-Token", obtain(bearer("cache-b", "reader"))))));
    }

    private String read(Who who) {
        var status = site.send(request("api/mizan/ctx/signedIn/?number=5", who).GET())
                .headers()
                .firstValue("Cache-Status")
                .orElse("");
        return status.contains("hit") ? "hit" : "miss";
    }

    @Test
    void ownTokenSignedByHand_isGood_whenEverythingFits() {
        var claims = SignedTokens.read(obtain(bearer("root", "admin"))).toString();
        assertEquals("{\"result\":\"MWT root [admin]\"}", whoami(own(hs256("two", claims, MWT_SECRET))));
        assertEquals("{\"result\":\"MWT root [admin]\"}", whoami(own(hs256("one", claims, PREVIOUS_SECRET))));
    }

    @Test
    void forgedOwnToken_isRefused_evenBesideAGoodBearer() {
        var claims = SignedTokens.read(obtain(bearer("root", "admin")));
        var text = claims.toString();
        long now = Instant.now().getEpochSecond();
        var header = "{\"alg\":\"HS256\",\"kid\":\"two\",\"typ\":\"JWT\"}";
        var forged = new LinkedHashMap<String, String>();
        forged.put("alg none", SignedTokens.unsigned("{\"alg\":\"none\",\"kid\":\"two\"}", text));
        forged.put("alg HS512", SignedTokens.hs256(header.replace("HS256", "HS512"), text, MWT_SECRET));
        forged.put("alg RS256", SignedTokens.rs256(SignedTokens.with(claims, "iss", SignedTokens.ISSUER)));
        forged.put("signed by the cache's secret", hs256("two", text, CACHE_SECRET));
        forged.put("previous secret, current kid", hs256("two", text, PREVIOUS_SECRET));
        forged.put("current secret, previous kid", hs256("one", text, MWT_SECRET));
        forged.put("empty secret", hs256("two", text, "\0"));
        forged.put("unknown kid", hs256("three", text, MWT_SECRET));
        forged.put("path as kid", hs256("../../../dev/null", text, MWT_SECRET));
        forged.put("no kid", SignedTokens.hs256("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", text, MWT_SECRET));
        forged.put(
                "key in the header",
                SignedTokens.hs256(
                        "{\"alg\":\"HS256\",\"kid\":\"mine\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}}",
                        text,
                        "\0\0\0"));
        forged.put(
                "two kids",
                SignedTokens.hs256("{\"alg\":\"HS256\",\"kid\":\"three\",\"kid\":\"two\"}", text, MWT_SECRET));
        forged.put(
                "critical extension",
                SignedTokens.hs256("{\"alg\":\"HS256\",\"kid\":\"two\",\"crit\":[\"x\"],\"x\":1}", text, MWT_SECRET));
        forged.put("expired", own(claims, "exp", now - 60));
        forged.put("never expires", hs256("two", without(claims, "exp"), MWT_SECRET));
        forged.put("not yet valid", own(claims, "nbf", now + 60));
        forged.put("issued tomorrow", own(claims, "iat", now + 86_400));
        forged.put("another audience", own(claims, "aud", "elsewhere"));
        forged.put("two audiences", own(claims, "aud", List.of("suite", "elsewhere")));
        forged.put("nobody", own(claims, "sub", ""));
        forged.put("more roles than the key says", own(claims, "roles", List.of("admin", "reader")));
        forged.put("wrong key of the roles", own(claims, "pkey", "0".repeat(64)));
        forged.put("claim twice", hs256("two", text.substring(0, text.length() - 1) + ",\"sub\":\"eve\"}", MWT_SECRET));
        forged.put("not an object", hs256("two", "[" + text + "]", MWT_SECRET));
        forged.put("more after it", hs256("two", text + text, MWT_SECRET));
        forged.forEach((why, token) -> {
            for (var who : List.of(own(token), bearer("root", "admin").and("X-Mizan-Token", token))) {
                assertEquals(401, call(who, "callAdmins", "{\"number\":1}").statusCode(), why);
                assertEquals(401, call(who, "whoami", "{}").statusCode(), why);
            }
        });
    }

    private static Who own(String token) {
        return new Who("own token", List.of("X-Mizan-Token", token));
    }

    private static String own(JsonObject claims, String name, Object value) {
        return hs256("two", SignedTokens.with(claims, name, value).toString(), MWT_SECRET);
    }

    private static String hs256(String kid, String claims, String secret) {
        return SignedTokens.hs256("{\"alg\":\"HS256\",\"kid\":\"" + kid + "\",\"typ\":\"JWT\"}", claims, secret);
    }

    private static String without(JsonObject claims, String name) {
        return Json.createObjectBuilder(claims).remove(name).build().toString();
    }
}
