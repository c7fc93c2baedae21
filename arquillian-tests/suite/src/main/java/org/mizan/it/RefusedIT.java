package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mizan.it.app.input.refused.Mistakes;

/** An application with mistakes is refused when it is deployed, with all of them, on every server. */
@ExtendWith(ArquillianExtension.class)
class RefusedIT {
    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "refused", managed = false, testable = false)
    static WebArchive refused() {
        return Wars.app("refused")
                .addPackage(Mistakes.class.getPackage())
                .addAsResource(
                        new StringAsset(
                                "mizan.naming=kebab-case\nmizan.max-body=-5\nmizan.cache=redis\nmizan.cache.secret=short\n"),
                        "META-INF/microprofile-config.properties");
    }

    @Test
    void allMistakes_areReportedAtOnce() throws IOException {
        var codes = List.of(
                "MIZAN-00100: mizan.naming",
                "MIZAN-00100: mizan.max-body",
                "MIZAN-00101: mizan.cache.secret",
                "MIZAN-00540: mizan.cache",
                "MIZAN-00200",
                "MIZAN-00201",
                "MIZAN-00202",
                "MIZAN-00203",
                "MIZAN-00204",
                "MIZAN-00206",
                "MIZAN-00207",
                "MIZAN-00208",
                "MIZAN-00209",
                "MIZAN-00210",
                "MIZAN-00211",
                "MIZAN-00212",
                "MIZAN-00213",
                "MIZAN-00700");
        long before = Files.size(Server.log());
        var failure = assertThrows(Exception.class, () -> deployer.deploy("refused"));
        var said = stackTrace(failure) + logFrom(before);
        assertEquals(
                List.of(), codes.stream().filter(code -> !said.contains(code)).toList(), said);
        assertEquals(404, Site.of("refused").get("api/mizan/session/").statusCode());
    }

    private static String stackTrace(Exception failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String logFrom(long position) throws IOException {
        var all = Files.readAllBytes(Server.log());
        return new String(
                Arrays.copyOfRange(all, (int) Math.min(position, all.length), all.length), StandardCharsets.UTF_8);
    }
}
