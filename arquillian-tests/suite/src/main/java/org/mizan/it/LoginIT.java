package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mizan.it.app.guarded.GuardedApplication;
import org.mizan.it.app.guarded.Whoami;
import org.mizan.it.app.login.Accounts;
import org.mizan.it.app.login.Basic;
import org.mizan.it.app.login.Form;
import org.mizan.it.app.login.LoginApplication;
import org.mizan.it.app.login.NotePage;
import org.mizan.it.app.login.Notes;
import org.mizan.it.app.login.ProtectedServlet;
import org.mizan.it.app.login.RenewServlet;
import org.mizan.it.app.smoke.TextViewEngine;

/** Callers whom the container signs in: by BASIC, and by a form that begins a session. */
@ExtendWith(ArquillianExtension.class)
class LoginIT extends Visitors {
    private static final String SETTINGS = "mizan.strict=true\nmizan.roles=user\n";

    /** Jakarta Security's callers need no account of WildFly's own. */
    private static final String JBOSS_WEB = "<jboss-web><security-domain>other</security-domain></jboss-web>";

    @ArquillianResource
    @OperateOnDeployment("basic")
    private URL basic;

    @ArquillianResource
    @OperateOnDeployment("form")
    private URL form;

    @Deployment(name = "basic", order = 1, testable = false)
    static WebArchive basic() {
        return app("basic").addPackage(GuardedApplication.class.getPackage()).addClasses(Accounts.class, Basic.class);
    }

    @Deployment(name = "form", order = 2, testable = false)
    static WebArchive form() {
        return Wars.withMvc(app("form"))
                .addClasses(Accounts.class, Form.class, LoginApplication.class, Whoami.class)
                .addClasses(Notes.class, NotePage.class, ProtectedServlet.class, RenewServlet.class)
                .addClasses(Whoami.class.getDeclaredClasses())
                .addClasses(Notes.class.getDeclaredClasses())
                .addClass(TextViewEngine.class)
                .addAsWebInfResource(new StringAsset("{name}={token}"), "views/note.txt")
                .addAsWebResource(new StringAsset("<form action=j_security_check method=post></form>"), "login.html")
                .addAsWebResource(new StringAsset("<p>Wrong.</p>"), "wrong.html");
    }

    private static WebArchive app(String name) {
        return Wars.withRoles(Wars.app(name), "user")
                .addAsWebInfResource(new StringAsset(JBOSS_WEB), "jboss-web.xml")
                .addAsWebInfResource(new StringAsset(SETTINGS), "classes/META-INF/microprofile-config.properties");
    }

    private static Who basic(String name, String password) {
        var credentials = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Who(
                name, List.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials)));
    }

    @Test
    void basicCaller_countsAsSession_andNeedsItsToken() {
        site = new Site(basic);
        var ada = basic("ada", "ada");
        assertEquals("403", whoami(ada));
        var page = inSession(ada);
        assertEquals("{\"result\":\"CONTAINER ada [user]\"}", whoami(page));
        assertEquals(403, call(page, "callAdmins", "{\"number\":1}").statusCode());
        var root = inSession(basic("root", "toor"));
        assertEquals(200, call(root, "callAdmins", "{\"number\":1}").statusCode());
        var intruder = ada.and(root.headers().subList(2, 6).toArray(String[]::new));
        assertEquals("403", whoami(intruder));
        int session = site.send(request("api/mizan/session/", intruder).GET()).statusCode();
        assertTrue(session == 200 || session == 403 && Server.name().equals("liberty"), "" + session);
    }

    @Test
    void wrongPassword_isNobodyOrRefused_neverSomebody() {
        site = new Site(basic);
        var eve = basic("root", "wrong");
        var answer = whoami(eve);
        assertTrue(List.of("401", "403", "{\"result\":\"NONE\"}").contains(answer), answer);
        int status = call(eve, "callAdmins", "{\"number\":1}").statusCode();
        assertTrue(status == 401 || status == 403, "" + status);
    }

    @Test
    void readsOfBasicCallers_needNoToken() {
        site = new Site(basic);
        assertEquals(
                200,
                site.send(request("api/mizan/ctx/signedIn/?number=1", basic("ada", "ada"))
                                .GET())
                        .statusCode());
    }

    @Test
    void formLogin_beginsASession_whoseTokenIsTheCallersOwn() {
        site = new Site(form);
        var browser = new Browser();
        assertEquals("{\"result\":\"NONE\"}", browser.whoami());
        browser.signIn("ada", "ada");
        assertEquals("403", browser.whoami(), "no token yet");
        var first = browser.token();
        assertEquals("{\"result\":\"CONTAINER ada [user]\"}", browser.whoami());
        assertEquals(first, browser.token(), "another tab has the same one");
        assertEquals("{\"result\":\"CONTAINER ada [user]\"}", browser.whoami());

        assertEquals(200, browser.get("renew").statusCode());
        assertEquals("403", browser.whoami(), "the session has another id, as after a login");
        assertNotEquals(first, browser.token());
        assertEquals("{\"result\":\"CONTAINER ada [user]\"}", browser.whoami());
    }

    @Test
    void wrongPasswordInTheForm_signsNobodyIn() {
        site = new Site(form);
        var browser = new Browser();
        browser.signIn("root", "wrong");
        assertEquals("{\"result\":\"NONE\"}", browser.whoami());
    }

    @Test
    void mvcForm_postsWithMvcsToken_andIsRefusedWithoutIt() {
        site = new Site(form);
        var browser = new Browser();
        var hidden = browser.get("app/note").body();
        assertTrue(hidden.matches("[^=]+=.+"), hidden);
        var saved = browser.post("app/note", hidden + "&text=hello", "Origin", origin());
        assertTrue(saved.statusCode() == 303 || saved.statusCode() == 302, "" + saved.statusCode());
        assertEquals("notes", saved.headers().firstValue("X-Mizan-Invalidate").orElse(""));
        assertEquals("{\"text\":\"hello\"}", browser.get("api/mizan/ctx/notes/").body());
        for (var body : List.of("text=foe", hidden.substring(0, hidden.indexOf('=') + 1) + "x&text=foe")) {
            var refused = browser.post("app/note", body, "Origin", origin());
            assertEquals(403, refused.statusCode());
            assertFalse(refused.headers().firstValue("X-Mizan-Invalidate").isPresent());
        }
        var foreign = browser.post("app/note", hidden + "&text=foe", "Origin", "https://foe.example");
        assertEquals(403, foreign.statusCode());
        assertEquals("{\"text\":\"hello\"}", browser.get("api/mizan/ctx/notes/").body());
    }

    private String origin() {
        var uri = site.uri("");
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    /** Keeps cookies, and follows no redirects unless told to. */
    private final class Browser {
        private final Map<String, String> cookies = new TreeMap<>();

        HttpResponse<String> get(String path) {
            return send(site.request(path).GET());
        }

        HttpResponse<String> post(String path, String body, String... headers) {
            var request = site.request(path).header("Content-Type", "application/x-www-form-urlencoded");
            return send((headers.length == 0 ? request : request.headers(headers)).POST(BodyPublishers.ofString(body)));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            if (!cookies.isEmpty()) {
                request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
            }
            var answer = site.send(request);
            for (var cookie : answer.headers().allValues("Set-Cookie")) {
                var pair = cookie.split(";")[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return answer;
        }

        /** Asks for what only members see, and fills in the form that comes instead. */
        void signIn(String name, String password) {
            get("members");
            var answer = post("j_security_check", "j_username=" + name + "&j_password=" + password);
            for (int i = 0; i < 5 && answer.statusCode() / 100 == 3; i++) {
                var location = site.uri("")
                        .resolve(answer.headers().firstValue("Location").orElseThrow());
                answer = get(site.uri("").relativize(location).toString());
            }
        }

        /** Asks for the token, as a page does when it opens. */
        String token() {
            get("api/mizan/session/");
            return cookies.getOrDefault("XSRF-TOKEN", "");
        }

        String whoami() {
            var request = site.request("api/mizan/call/")
                    .header("Content-Type", "application/json")
                    .header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", "none"));
            var answer = send(request.POST(BodyPublishers.ofString("{\"fn\":\"whoami\"}")));
            return answer.statusCode() == 200 ? answer.body() : "" + answer.statusCode();
        }
    }
}
