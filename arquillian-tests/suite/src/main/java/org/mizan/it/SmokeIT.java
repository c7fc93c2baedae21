package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URL;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mizan.it.app.smoke.Note;
import org.mizan.it.app.smoke.Notes;
import org.mizan.it.app.smoke.SmokeApplication;

/** The platform itself works here: whatever fails in another class is not the server's set-up. */
@ExtendWith(ArquillianExtension.class)
class SmokeIT {
    @ArquillianResource
    private URL url;

    private Site site;

    @Deployment(testable = false)
    static WebArchive application() {
        WebArchive war = Wars.withJpa(Wars.withMvc(Wars.app("smoke")), Notes.SOURCE, Note.class);
        return war.addPackage(SmokeApplication.class.getPackage())
                .addAsWebInfResource(new StringAsset("Hello {name}"), "views/greeting.txt");
    }

    @BeforeEach
    void open() {
        site = new Site(url);
    }

    @Test
    void noteIsWritten_thenRead_andOneRolledBackIsNotThere() {
        String json = "application/json";
        assertEquals(204, site.post("app/notes", json, "{\"text\":\"first\"}").statusCode());
        assertEquals(
                409,
                site.post("app/notes/refused", json, "{\"text\":\"second\"}").statusCode());
        assertEquals(204, site.post("app/notes", json, "{\"text\":\"third\"}").statusCode());
        assertEquals("[\"first\",\"third\"]", site.get("app/notes").body());
    }

    @Test
    void controller_rendersItsView() {
        assertEquals("Hello Ada", site.get("app/greeting/Ada").body());
    }

    @Test
    void webSocket_answers() throws Exception {
        CompletableFuture<String> heard = new CompletableFuture<>();
        WebSocket socket = site.socket("echo", new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
                heard.complete(data.toString());
                return null;
            }
        });
        socket.sendText("ping", true).join();
        assertEquals("ping", heard.get(10, TimeUnit.SECONDS));
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
}
