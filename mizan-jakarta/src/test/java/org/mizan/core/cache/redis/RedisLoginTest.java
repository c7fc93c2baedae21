package org.mizan.core.cache.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mizan.spi.StoreException;

/** Who may in: users, passwords and certificates. */
@Timeout(60)
class RedisLoginTest {
    private static final String PASSWORD = "p:/#?@%+ü\"\\&=";
    private static final char[] STORE_PASSWORD = "changeit".toCharArray();

    private static RedisStore open(String url, SSLContext tls) {
        return new RedisStore(RedisAddress.parse(url), RedisStoreTest.PATIENT, Duration.ofHours(48), tls);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void oddPassword_encoded_isUnderstood() {
        try (var redis = RedisProcess.withUser("m@e", PASSWORD);
                var store = open("redis://m%40e:" + encoded(PASSWORD) + "@127.0.0.1:" + redis.port() + "/3", null)) {
            assertEquals("s1", store.stamp(Map.of("a", "s1")).get("a").stamp());
        }
    }

    @Test
    void wrongPassword_isAFailure_thatDoesNotTellIt() {
        try (var redis = RedisProcess.withUser("me", "right");
                var store = open("redis://me:hidden@127.0.0.1:" + redis.port(), null)) {
            var failure = assertThrows(StoreException.class, () -> store.read("e", List.of("a")));
            var text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text));
            assertTrue(text.toString().contains("WRONGPASS"), text.toString());
            assertFalse(text.toString().contains("hidden"), text.toString());
        }
    }

    @Test
    void tls_connectsToWhomItTrusts_only(@TempDir Path folder) throws Exception {
        var keys = keys(folder);
        try (var redis = RedisProcess.start(
                "tls-port 0",
                "tls-cert-file " + folder.resolve("cert.pem"),
                "tls-key-file " + folder.resolve("key.pem"),
                "tls-ca-cert-file " + folder.resolve("cert.pem"),
                "tls-auth-clients no")) {
            int port = redis.port() + 10_000;
            redis.command("CONFIG", "SET", "tls-port", "" + port);
            try (var trusting = open("rediss://127.0.0.1:" + port, trusting(keys));
                    var suspicious = open("rediss://127.0.0.1:" + port, null);
                    var otherName = open("rediss://localhost:" + port, trusting(keys))) {
                assertEquals("s1", trusting.stamp(Map.of("a", "s1")).get("a").stamp());
                trusting.fill("e", new byte[100_000], Duration.ofMinutes(1));
                assertEquals(100_000, trusting.read("e", List.of("a")).entry().length);
                assertThrows(StoreException.class, () -> suspicious.read("e", List.of("a")));
                assertThrows(StoreException.class, () -> otherName.read("e", List.of("a")));
            }
        }
    }

    private static SSLContext trusting(KeyStore keys) throws Exception {
        var trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("redis", keys.getCertificate("redis"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trust);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    /** A key and a certificate of 127.0.0.1, in files as Redis reads them. */
    private static KeyStore keys(Path folder) throws Exception {
        var file = folder.resolve("keys.p12");
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "redis",
                "-keyalg",
                "EC",
                "-dname",
                "CN=redis",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(STORE_PASSWORD));
        assertEquals(
                0,
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("keytool.log").toFile())
                        .start()
                        .waitFor());
        var keys = KeyStore.getInstance(file.toFile(), STORE_PASSWORD);
        pem(
                folder.resolve("cert.pem"),
                "CERTIFICATE",
                keys.getCertificate("redis").getEncoded());
        pem(
                folder.resolve("key.pem"),
                "PRIVATE KEY",
                keys.getKey("redis", STORE_PASSWORD).getEncoded());
        return keys;
    }

    private static void pem(Path file, String type, byte[] bytes) throws Exception {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        Files.writeString(file, "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n");
    }
}
