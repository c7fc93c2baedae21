package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mizan.it.app.people.PeopleApplication;
import org.mizan.it.app.people.Person;
import org.mizan.it.app.people.Users;

/** The protocol's spine: a context, a mutation, and what it made stale. */
@ExtendWith(ArquillianExtension.class)
class CoreIT {
    private static final String JSON = "application/json";

    @ArquillianResource
    private URL url;

    private Site site;

    @Deployment(testable = false)
    static WebArchive application() {
        return Wars.withJpa(Wars.app("people"), Users.SOURCE, Person.class)
                .addPackage(PeopleApplication.class.getPackage());
    }

    @BeforeEach
    void open() {
        site = new Site(url);
    }

    @Test
    void mutation_isSeenByTheContext_andNamesItsScope() {
        var before = site.get("api/mizan/ctx/user/?userId=5");
        assertEquals(200, before.statusCode());
        assertEquals("{\"userOrders\":[\"order of 5\"],\"userProfile\":{\"id\":5,\"name\":\"nobody\"}}", before.body());
        assertEquals("no-store", before.headers().firstValue("Cache-Control").orElse(""));

        var call = site.post("api/mizan/call/", JSON, "{\"fn\":\"rename\",\"args\":{\"userId\":5,\"name\":\"Ada\"}}");
        assertEquals(200, call.statusCode(), call.body());
        assertEquals(
                "{\"invalidate\":[{\"context\":\"user\",\"params\":{\"userId\":5}}],\"result\":null}", call.body());
        assertEquals(
                "user;userId=5", call.headers().firstValue("X-Mizan-Invalidate").orElse(""));

        assertTrue(site.get("api/mizan/ctx/user/?userId=5").body().contains("Ada"));
    }

    @Test
    void resourceThatRedirects_namesItsScope() {
        var answer = site.post("app/profile/7", "application/x-www-form-urlencoded", "name=Grace");
        assertEquals(303, answer.statusCode(), answer.body());
        assertEquals(
                "user;userId=7",
                answer.headers().firstValue("X-Mizan-Invalidate").orElse(""));
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(site.get("api/mizan/ctx/user/?userId=7").body().contains("Grace"));
    }

    @Test
    void constraintViolation_namesTheField() {
        var call = site.post("api/mizan/call/", JSON, "{\"fn\":\"rename\",\"args\":{\"userId\":5,\"name\":\" \"}}");
        assertEquals(422, call.statusCode(), call.body());
        assertTrue(call.body().contains("\"name\":[{\"constraint\":\"NotBlank\""), call.body());
        assertTrue(call.headers().firstValue("X-Mizan-Invalidate").isEmpty());
    }
}
