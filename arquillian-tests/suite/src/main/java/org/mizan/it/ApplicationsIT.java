package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mizan.it.app.input.site.ApiApplication;
import org.mizan.it.app.input.site.AppApplication;
import org.mizan.it.app.input.site.CallResource;
import org.mizan.it.app.input.site.CtxResource;
import org.mizan.it.app.input.site.GreetingContext;
import org.mizan.it.app.input.site.Greetings;
import org.mizan.it.app.input.site.ListingApplication;
import org.mizan.it.app.input.site.OtherGreetings;
import org.mizan.it.app.input.site.OwnMethods;
import org.mizan.it.app.input.site.PageMethods;
import org.mizan.it.app.input.site.PageResource;
import org.mizan.it.app.input.site.RootApplication;
import org.mizan.it.app.input.site.SessionResource;

/**
 * Whatever Jakarta REST applications a user has, the library answers at its own path, nowhere else, and takes no path
 * of theirs. All of them are on the server at once, under functions of one name.
 */
@ExtendWith(ArquillianExtension.class)
class ApplicationsIT {
    private static final String OURS = "{\"greeting\":\"good day\"}";

    @Deployment(name = "none", order = 1, testable = false)
    static WebArchive none() {
        return war("none");
    }

    @Deployment(name = "root", order = 2, testable = false)
    static WebArchive root() {
        return war("root", RootApplication.class, SessionResource.class, CallResource.class, CtxResource.class)
                .addClass(PageResource.class);
    }

    @Deployment(name = "api", order = 3, testable = false)
    static WebArchive api() {
        return war("api", ApiApplication.class, OwnMethods.class);
    }

    @Deployment(name = "app", order = 4, testable = false)
    static WebArchive app() {
        return war("app", AppApplication.class, PageMethods.class);
    }

    @Deployment(name = "page", order = 5, testable = false)
    static WebArchive page() {
        return war("page", AppApplication.class, PageResource.class);
    }

    @Deployment(name = "lists", order = 6, testable = false)
    static WebArchive lists() {
        return war("lists", ListingApplication.class, PageMethods.class);
    }

    @Deployment(name = "moved", order = 7, testable = false)
    static WebArchive moved() {
        return Wars.app("moved")
                .addClasses(GreetingContext.class, OtherGreetings.class, AppApplication.class)
                .addAsWebInfResource(
                        new StringAsset("mizan.manifest.expose=true\nmizan.base=/backend/mizan\n"),
                        "classes/META-INF/microprofile-config.properties")
                .setWebXML(new StringAsset("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                          <servlet>
                            <servlet-name>org.mizan.cdi.rest.MizanApplication</servlet-name>
                          </servlet>
                          <servlet-mapping>
                            <servlet-name>org.mizan.cdi.rest.MizanApplication</servlet-name>
                            <url-pattern>/backend/mizan/*</url-pattern>
                          </servlet-mapping>
                        </web-app>
                        """));
    }

    private static WebArchive war(String name, Class<?>... classes) {
        return Wars.app(name).addClasses(GreetingContext.class, Greetings.class).addClasses(classes);
    }

    @Test
    void withoutAnApplication_theLibraryAnswersAtItsPath() {
        var site = Site.of("none");
        ours(site, "api/mizan/", OURS);
        nothing(site, "");
    }

    @Test
    void scanningApplicationAtTheRoot_keepsItsResources() {
        var site = Site.of("root");
        ours(site, "api/mizan/", OURS);
        own(site, "");
        assertEquals("own page anything", site.get("anything").body());
    }

    @Test
    void scanningApplicationAtAPrefix_keepsItsMethods() {
        var site = Site.of("api");
        ours(site, "api/mizan/", OURS);
        own(site, "api/");
        assertEquals("own page anything", site.get("api/anything").body());
    }

    @Test
    void methodsWithTemplates_answerForEveryName() {
        var site = Site.of("app");
        ours(site, "api/mizan/", OURS);
        pages(site, "app/");
    }

    @Test
    void classWithATemplate_answersForEveryName() {
        var site = Site.of("page");
        ours(site, "api/mizan/", OURS);
        for (var name : new String[] {"session", "call", "ctx", "other"}) {
            assertEquals("own page " + name, site.get("app/" + name).body());
        }
        notOurs(site, "app/ctx/greeting/");
    }

    @Test
    void applicationThatListsItsClasses_keepsThem() {
        var site = Site.of("lists");
        ours(site, "api/mizan/", OURS);
        pages(site, "");
    }

    @Test
    void movedByWebXml_theLibraryAnswersThereOnly() {
        var site = Site.of("moved");
        ours(site, "backend/mizan/", "{\"greeting\":\"good night\"}");
        nothing(site, "api/mizan/");
        nothing(site, "app/");
        nothing(site, "");
    }

    @Test
    void manifest_ofTheMovedLibrary_isTheBuilds(@TempDir Path temp) {
        var text = EdgeManifests.exposed(Site.of("moved"), "backend/mizan/", moved(), temp);
        assertTrue(text.contains("\"/backend/mizan/ctx/greeting/\""), text);
        notOurs(Site.of("moved"), "api/mizan/manifest/");
    }

    @Test
    void manifest_thatIsNotExposed_isNotThere() {
        EdgeManifests.hidden(Site.of("none"), "api/mizan/");
    }

    private static void ours(Site site, String base, String bundle) {
        assertEquals(bundle, site.get(base + "ctx/greeting/").body());
        assertEquals(bundle, site.get(base + "ctx/greeting").body());
        assertTrue(site.get(base + "session/").body().startsWith("{\"caller\":null"));
        var call = site.post(base + "call/", "application/json", "{\"fn\":\"greeting\"}");
        assertEquals(bundle.replace("greeting", "result"), call.body());
        assertEquals(
                200,
                site.post(base + "call", "application/json", "{\"fn\":\"greeting\"}")
                        .statusCode());
    }

    private static void own(Site site, String at) {
        assertEquals("own session", site.get(at + "session").body());
        assertEquals("own call", post(site, at + "call"));
        assertEquals("own ctx x", site.get(at + "ctx/x").body());
        assertEquals("own ctx greeting", site.get(at + "ctx/greeting").body());
    }

    private static void pages(Site site, String at) {
        for (var name : new String[] {"session", "call", "ctx", "other"}) {
            assertEquals("own page " + name, site.get(at + name).body());
            assertEquals("own post " + name, post(site, at + name));
        }
        assertEquals("own part ctx greeting", site.get(at + "ctx/greeting").body());
        assertEquals("own part ctx x", site.get(at + "ctx/x").body());
    }

    private static void nothing(Site site, String at) {
        notOurs(site, at + "session/");
        notOurs(site, at + "ctx/greeting/");
        // 405 is what a servlet for static files may answer.
        var call = site.post(at + "call/", "application/json", "{\"fn\":\"greeting\"}");
        assertTrue(call.statusCode() == 404 || call.statusCode() == 405, at + ": " + call.statusCode());
        assertFalse(call.body().contains("good"), call.body());
    }

    private static void notOurs(Site site, String path) {
        var answer = site.get(path);
        assertEquals(404, answer.statusCode(), path);
        assertFalse(answer.body().contains("\"error\""), answer.body());
    }

    private static String post(Site site, String path) {
        return site.send(site.request(path).POST(BodyPublishers.noBody())).body();
    }
}
