package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mizan.it.app.conformance.ConformanceApplication;

/** The conformance kit, as anybody would run it, against the application that it describes, in both ways to name. */
@ExtendWith(ArquillianExtension.class)
class ConformanceIT {
    private static final String SECRET = "0123456789abcdef-of-the-kit-fedcba9876543210";
    private static final int PATIENCE_SECONDS = 180;

    @Deployment(name = "conformance", order = 1, testable = false)
    static WebArchive application() {
        return application("conformance", "mizan.manifest.prefix=/conformance");
    }

    @Deployment(name = "snake", order = 2, testable = false)
    static WebArchive snakeCase() {
        return application("conformance-snake", "mizan.naming=snake_case");
    }

    /** The application of the kit, which exposes its manifest. */
    static WebArchive application(String name, String setting) {
        var settings = "mizan.mwt.secret=" + SECRET + "\nmizan.mwt.audience=conformance\nmizan.roles=user\n"
                + "mizan.manifest.expose=true\nmizan.manifest.application-path=/pages\n" + setting + "\n";
        return Wars.withTokens(Wars.app(name))
                .addPackage(ConformanceApplication.class.getPackage())
                .addClass(org.jspecify.annotations.Nullable.class)
                .addAsWebInfResource(new StringAsset(settings), "classes/META-INF/microprofile-config.properties");
    }

    @Test
    void everyCaseOfTheKit_passes(@ArquillianResource @OperateOnDeployment("conformance") URL url)
            throws IOException, InterruptedException {
        assertPasses(url, "--with", "manifest", "--prefix", "/conformance");
    }

    @Test
    void everyCaseOfNaming_passesInSnakeCase(@ArquillianResource @OperateOnDeployment("snake") URL url)
            throws IOException, InterruptedException {
        assertPasses(url, "--with", "naming", "--only", "naming/");
    }

    private static void assertPasses(URL url, String... options) throws IOException, InterruptedException {
        var base = Server.loopback(url).resolve("api/mizan").toString();
        var command = new ArrayList<>(
                List.of(Server.bun().toString(), "run.ts", "--base", base, "--secret", SECRET, "--quiet"));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command)
                .directory(Server.conformance().toFile())
                .redirectErrorStream(true)
                .start();
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
