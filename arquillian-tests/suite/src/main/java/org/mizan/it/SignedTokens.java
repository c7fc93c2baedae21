package org.mizan.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes JSON Web Tokens, good and forged ones, with the platform's own cryptography. */
final class SignedTokens {
    static final String ISSUER = "https://issuer.example";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final KeyPair KEYS = rsa();

    private SignedTokens() {}

    static KeyPair rsa() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key that the servers verify with. */
    static String publicKey() {
        var encoded = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(KEYS.getPublic().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + encoded + "\n-----END PUBLIC KEY-----\n";
    }

    /** The claims of a caller, as MicroProfile JWT asks for them. */
    static JsonObject claims(String name, String group) {
        var now = Instant.now();
        return Json.createObjectBuilder()
                .add("iss", ISSUER)
                .add("sub", "id-of-" + name)
                .add("upn", name)
                .add("groups", Json.createArrayBuilder(List.of(group)))
                .add("jti", name + now)
                .add("iat", now.getEpochSecond())
                .add("exp", now.plus(Duration.ofMinutes(5)).getEpochSecond())
                .build();
    }

    /** The object with another member. */
    static JsonObject with(JsonObject object, String name, Object value) {
        return Json.createObjectBuilder(object)
                .addAll(Json.createObjectBuilder(Map.of(name, value)))
                .build();
    }

    /** Signed by the key that the servers know. */
    static String rs256(JsonObject claims) {
        return rs256("{\"alg\":\"RS256\",\"typ\":\"JWT\"}", claims.toString(), KEYS.getPrivate());
    }

    static String rs256(String header, String claims, PrivateKey key) {
        return token(header, claims, content -> {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        });
    }

    static String hs256(String header, String claims, String secret) {
        return token(header, claims, content -> {
            var mac = Mac.getInstance("HmacSHA256");
            Key key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
            mac.init(key);
            return mac.doFinal(content);
        });
    }

    static String unsigned(String header, String claims) {
        return token(header, claims, content -> new byte[0]);
    }

    /** The claims that a token carries. */
    static JsonObject read(String token) {
        var payload = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        return Json.createReader(new StringReader(payload)).readObject();
    }

    private static String token(String header, String claims, Signer signer) {
        var content = base64(header) + "." + base64(claims);
        try {
            return content + "." + BASE64.encodeToString(signer.sign(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private interface Signer {
        byte[] sign(byte[] content) throws GeneralSecurityException;
    }
}
