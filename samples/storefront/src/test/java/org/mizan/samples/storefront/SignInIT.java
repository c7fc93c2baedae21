package org.mizan.samples.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in and out: the session, the passwords, and what other sites make a browser send. */
class SignInIT {
    private static final String ACCOUNT = "customer/?customerId=7";
    private static final String GOOD = "name=7&password=kettle";

    @RegisterExtension
    static final SharedShop SHOP = new SharedShop();

    private final Visitor visitor = SHOP.get().visitor();

    private static int account(Visitor visitor) throws Exception {
        return visitor.context(ACCOUNT).statusCode();
    }

    @Test
    void form_signsInWithoutScripts_andOutAgain() throws Exception {
        assertEquals(401, account(visitor));
        var page = visitor.get("login").body();
        assertTrue(page.contains("name=\"password\""), page);
        assertEquals(303, visitor.form("login", GOOD).statusCode());
        assertTrue(visitor.get("login").body().contains("Signed in as 7"));
        assertEquals(200, account(visitor));
        assertEquals(303, visitor.form("logout", "").statusCode());
        assertEquals(401, account(visitor));
    }

    /** Asked for on every page, and kept for each caller apart: twice, so that the second answer is the cache's. */
    @Test
    void visitor_isWhoAsks() throws Exception {
        for (int read = 1; read <= 2; read++) {
            assertEquals(
                    "{\"visitor\":{\"administrator\":false,\"customerId\":null}}",
                    who(SHOP.get().visitor()));
            assertEquals(
                    "{\"visitor\":{\"administrator\":false,\"customerId\":7}}",
                    who(SHOP.get().customer(7)));
            assertEquals(
                    "{\"visitor\":{\"administrator\":false,\"customerId\":8}}",
                    who(SHOP.get().customer(8)));
            assertEquals(
                    "{\"visitor\":{\"administrator\":true,\"customerId\":null}}",
                    who(SHOP.get().administrator()));
        }
    }

    private static String who(Visitor visitor) throws Exception {
        return visitor.context("visitor/").body();
    }

    @Test
    void json_signsInPrograms() throws Exception {
        var answer = visitor.post("login", "application/json", "{\"name\":\"admin\",\"password\":\"teapot\"}");
        assertEquals("{\"name\":\"admin\",\"roles\":[\"admin\"]}", answer.body());
        assertEquals(200, account(visitor));
    }

    @Test
    void endedSession_isWorthNothingToWhoKeptItsCookie() throws Exception {
        visitor.signIn("7", "kettle");
        var thief = SHOP.get().visitor();
        thief.plantSession(visitor.cookie("JSESSIONID").orElseThrow());
        assertEquals(200, account(thief));
        visitor.form("logout", "");
        assertEquals(401, account(thief));
    }

    /** Fixation: whoever gave the browser its session, or used it before, does not share what follows. */
    @Test
    void signIn_leavesTheOldSessionBehind() throws Exception {
        visitor.signIn("8", "kettle");
        var old = visitor.cookie("JSESSIONID").orElseThrow();
        visitor.signIn("7", "kettle");
        assertNotEquals(old, visitor.cookie("JSESSIONID").orElseThrow());
        assertEquals(200, account(visitor));
        assertEquals(403, visitor.context("customer/?customerId=8").statusCode());
        var attacker = SHOP.get().visitor();
        attacker.plantSession(old);
        assertEquals(401, account(attacker));
        assertEquals(401, attacker.context("customer/?customerId=8").statusCode());

        var victim = SHOP.get().visitor();
        victim.plantSession("0123456789abcdef0123456789ab");
        victim.signIn("7", "kettle");
        assertNotEquals(
                "0123456789abcdef0123456789ab", victim.cookie("JSESSIONID").orElseThrow());
    }

    @Test
    void cookie_isOutOfReachOfScriptsAndOtherSites() throws Exception {
        var answer = visitor.form("login", GOOD);
        var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.contains("HttpOnly"), cookie);
        assertTrue(cookie.toLowerCase(Locale.ROOT).contains("samesite=lax"), cookie);
        // Liberty adds "no-cache=set-cookie".
        assertTrue(answer.headers().firstValue("Cache-Control").orElseThrow().startsWith("no-store"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, name=7&password=teapot",
        "401, name=admin&password=kettle",
        "401, name=7&password=",
        "401, name=201&password=kettle",
        "401, name=007&password=kettle",
        "401, name=&password=kettle",
        "401, name=7%27+or+%271%27%3D%271&password=kettle",
        "401, name=123456789012345678901&password=kettle",
        "400, name=7",
        "400, password=kettle",
        "400, ''"
    })
    void wrongNameOrPassword_signsNobodyIn(int status, String form) throws Exception {
        var answer = visitor.form("login", form);
        assertEquals(status, answer.statusCode());
        assertFalse(answer.headers().firstValue("Set-Cookie").isPresent());
        assertEquals(401, account(visitor));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|{\"name\":7,\"password\":\"kettle\"}",
                "400|[\"7\",\"kettle\"]",
                "400|{",
                "400|''",
                "400|name=7&password=kettle",
                "401|{\"name\":\"7\",\"password\":\"Kettle\"}"
            })
    void wrongJson_signsNobodyIn(int status, String json) throws Exception {
        assertEquals(status, visitor.post("login", "application/json", json).statusCode());
        assertEquals(401, account(visitor));
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://elsewhere.example",
        "Origin, null",
        "Origin, http://127.0.0.1:1"
    })
    void formOfAnotherSite_signsNobodyInOrOut(String header, String value) throws Exception {
        assertEquals(403, visitor.form("login", GOOD, header, value).statusCode());
        assertEquals(401, account(visitor));
        visitor.signIn("7", "kettle");
        assertEquals(403, visitor.form("logout", "", header, value).statusCode());
        assertEquals(200, account(visitor));
    }

    /** What another site could make the browser send: the session's cookie, and no header. */
    @Test
    void callWithoutTheSessionsToken_isRefused() throws Exception {
        visitor.signIn("7", "kettle");
        var forged = SHOP.get().visitor();
        forged.plantSession(visitor.cookie("JSESSIONID").orElseThrow());
        assertEquals(403, forged.call("openCart", "{}").statusCode());
        assertEquals(200, visitor.call("openCart", "{}").statusCode());
    }

    @Test
    void logout_isNoLink() throws Exception {
        visitor.signIn("7", "kettle");
        assertEquals(405, visitor.get("logout").statusCode());
        assertEquals(200, account(visitor));
    }
}
