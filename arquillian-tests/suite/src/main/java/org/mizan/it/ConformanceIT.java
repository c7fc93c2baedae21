package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mizan.it.app.conformance.ConformanceApplication;

/** The conformance kit, as anybody would run it, against the application that it describes. */
@ExtendWith(ArquillianExtension.class)
class ConformanceIT {
    private static final String SECRET = "0123456789abcdef-of-the-kit-fedcba9876543210";
    private static final int PATIENCE_SECONDS = 180;

    @ArquillianResource
    private URL url;

    @Deployment(testable = false)
    static WebArchive application() {
        var settings = "mizan.mwt.secret=" + SECRET + "\nmizan.mwt.audience=conformance\nmizan.roles=user\n";
        return Wars.withTokens(Wars.app("conformance"))
                .addPackage(ConformanceApplication.class.getPackage())
                .addClass(org.jspecify.annotations.Nullable.class)
                .addAsWebInfResource(new StringAsset(settings), "classes/META-INF/microprofile-config.properties");
    }

    @Test
    void everyCaseOfTheKit_passes() throws IOException, InterruptedException {
        var kit = Server.conformance();
        var base = Server.loopback(url).resolve("api/mizan").toString();
        var command =
                new ProcessBuilder(Server.bun().toString(), "run.ts", "--base", base, "--secret", SECRET, "--quiet");
        var process = command.directory(kit.toFile()).redirectErrorStream(true).start();
        try {
            var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), told);
            assertEquals(0, process.exitValue(), told);
            assertTrue(told.contains(" 0 failed, 0 skipped"), told);
        } finally {
            process.destroyForcibly();
        }
    }
}
