package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mizan.it.app.fuzz.BasicIdentity;
import org.mizan.it.app.guarded.GuardedApplication;
import org.mizan.it.app.identity.HeaderIdentity;
import org.mizan.it.fuzz.Credentials;
import org.mizan.it.fuzz.Credentials.Proof;
import org.mizan.it.fuzz.Draft.Header;
import org.mizan.it.fuzz.Fuzzer;
import org.mizan.it.fuzz.LoggedSecrets;

/**
 * Requests of every kind by every kind of caller, spoilt at random: 30 seconds of them or 100,000, whichever ends first;
 * for as many seconds as {@code -Dmizan.fuzz.seconds} says. {@code -Dmizan.fuzz.seed} and {@code -Dmizan.fuzz.first} begin
 * with the request that a failure names.
 */
@ExtendWith(ArquillianExtension.class)
class FuzzIT extends Visitors {
    private static final String MWT_SECRET = "fedcba9876543210-of-the-tokens-0123456789";
    private static final String CACHE_SECRET = "0123456789abcdef-of-the-cache-9876543210";
    private static final String SETTINGS = """
            mizan.mwt.secret=%s
            mizan.mwt.audience=suite
            mizan.default-access=authenticated
            mizan.allowed-origins=https://friend.example
            mizan.cache=local
            mizan.cache.secret=%s
            """.formatted(MWT_SECRET, CACHE_SECRET);

    @ArquillianResource
    private URL url;

    private final Set<String> secrets = new TreeSet<>(Set.of(
            MWT_SECRET, CACHE_SECRET, BasicIdentity.PASSWORD, BasicIdentity.CREDENTIALS.substring("Basic ".length())));

    @Deployment(testable = false)
    static WebArchive application() {
        return Wars.withCache(Wars.withTokens(Wars.app("fuzz")))
                .addPackage(GuardedApplication.class.getPackage())
                .addClasses(HeaderIdentity.class, BasicIdentity.class)
                .addAsWebInfResource(new StringAsset(SETTINGS), "classes/META-INF/microprofile-config.properties");
    }

    @Test
    void spoiltRequests_passNoGuard_breakNoServer_andNoSecretIsLogged() throws IOException {
        site = new Site(url);
        var log = new LoggedSecrets(Server.log());
        long seed = Long.getLong("mizan.fuzz.seed", 4L);
        Long seconds = Long.getLong("mizan.fuzz.seconds");
        var fuzzer = new Fuzzer(Server.loopback(url), Server.name(), this::everybody, seed);
        long start = System.nanoTime();
        var failures = fuzzer.run(
                Long.getLong("mizan.fuzz.first", 0L),
                seconds == null ? 100_000 : Long.MAX_VALUE,
                seconds == null ? 30 : seconds);
        var leaks = log.found(secrets);
        tell(fuzzer.tried() + " spoilt requests in " + (System.nanoTime() - start) / 1_000_000_000 + " s, seed " + seed
                + ", " + log.lines() + " lines logged: " + fuzzer.statuses());
        assertEquals(
                List.of(),
                failures,
                () -> "-Dmizan.fuzz.seed=" + seed + " -Dmizan.fuzz.first=…\n" + String.join("\n\n", failures));
        assertEquals(List.of(), leaks.stream().limit(20).toList());
        assertTrue(fuzzer.tried() >= 2_000, "too few to say anything");
        for (var seen : List.of("GOOD 200", "SPOILT 401", "SPOILT 403", "WEAK 401", "WEAK 403", "MUTATED 200")) {
            assertTrue(fuzzer.statuses().getOrDefault(seen, 0) > 10, seen);
        }
    }

    private List<Credentials> everybody() {
        return List.of(
                new Credentials(Proof.NOBODY, "", false, List.of()),
                session("ada", "user", false),
                session("root", "admin", true),
                basic(),
                token("ada", "user", false),
                token("root", "admin", true),
                tokenOverSession());
    }

    private Credentials session(String id, String roles, boolean admin) {
        return known(Proof.SESSION, id, admin, session(id, roles));
    }

    private Credentials basic() {
        var who = new Who("basic", List.of("Authorization", BasicIdentity.CREDENTIALS));
        return known(Proof.BASIC, BasicIdentity.NAME, true, inSession(who));
    }

    private Credentials token(String id, String roles, boolean admin) {
        return known(Proof.MWT, id, admin, mwt(id, roles));
    }

    private Credentials tokenOverSession() {
        var root = session("root", "admin");
        return known(Proof.MWT_OVER_SESSION, "root", true, root.and("X-Mizan-Token", obtain(root)));
    }

    private Credentials known(Proof proof, String id, boolean admin, Who who) {
        var headers = new ArrayList<Header>();
        for (int i = 0; i < who.headers().size(); i += 2) {
            headers.add(new Header(who.headers().get(i), who.headers().get(i + 1)));
        }
        for (var header : headers) {
            switch (header.name()) {
                case "X-Mizan-Token" ->
                    secrets.addAll(Arrays.asList(header.value().split("\\.")).subList(1, 3));
                case "X-XSRF-TOKEN" -> secrets.add(header.value());
                case "Cookie" -> secrets.add(Credentials.sessionId(header.value()));
                default -> {}
            }
        }
        return new Credentials(proof, id, admin, headers);
    }

    /** Not to the log of the tests: on the console. */
    private static void tell(String what) {
        var console = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        console.println("[" + Server.name() + "] " + what);
    }
}
