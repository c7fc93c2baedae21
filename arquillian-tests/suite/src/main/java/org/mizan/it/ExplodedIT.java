package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mizan.it.app.ssr.SsrApplication;

/** Views of an application that is deployed as a folder, with React 18 in its {@code node_modules}; and what visitors see when workers are killed all the time. */
@ExtendWith(ArquillianExtension.class)
class ExplodedIT {
    private static final String NAME = "exploded";

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = NAME, managed = false, testable = false)
    static WebArchive application() {
        return Wars.withViewFiles(
                Wars.withViews(Wars.withMvc(Wars.withReact18(Wars.app(NAME))), "mizan.ssr.workers=2")
                        .addPackage(SsrApplication.class.getPackage())
                        .addAsManifestResource(new StringAsset("as a folder"), "exploded"),
                "Hello.tsx",
                "Ticket.tsx",
                "Hostile.tsx",
                "account/BookPage.tsx",
                "_app.tsx",
                "_lib/loud.ts");
    }

    @Test
    void folder_isDeployed_withItsViewsAndFiles_whileWorkersAreKilled() throws Exception {
        try (var folder = ExplodedWar.deploy(NAME, ExplodedIT::application, deployer)) {
            var site = Site.of(NAME);
            folder.await(site, "app/books/1");
            var html = site.get("app/books/1").body();
            assertTrue(html.contains("<h1>Book <!-- -->1</h1>"), html);
            assertTrue(html.contains("\"book\":[{"), html);
            var script = Pattern.compile("<script type=\"module\" src=\"/exploded/(mizan-assets/[^\"]+)\"")
                    .matcher(html);
            assertTrue(script.find(), html);
            assertEquals(200, site.get(script.group(1)).statusCode());
            assertFalse(html.substring(0, html.indexOf("</head>")).contains("<title>"), "React 18 moves no title");

            var hostile = site.get("app/pages/hostile/text").body();
            assertTrue(hostile.contains("<pre id=\"json\">"), hostile);
            var shown = HtmlPages.inBrowser(site.uri("app/pages/hostile/text"));
            var root = shown.substring(0, shown.indexOf('>'));
            assertTrue(root.contains("data-same=\"true\""), root);
            assertFalse(root.contains("data-problems"), root);

            var run = new KillRun(site, "app/pages/tickets/");
            System.out.println(Server.name() + ": " + run.go());
            assertEquals("", run.wrong());
            assertTrue(run.fallbacks() * 1_000 <= run.pages(), run::toString);
            assertTrue(run.kills() >= KillRun.seconds() / 2, run::toString);
        }
    }
}
