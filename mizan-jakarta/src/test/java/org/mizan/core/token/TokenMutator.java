package org.mizan.core.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Spoils good tokens, without knowing a secret. What it gives is never one of the good ones. */
final class TokenMutator {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String JUNK = "=+/. \t\r\n\0\"%\u00e9\u0141\ud83d";
    private static final String[] HEADERS = {
        "{\"alg\":\"none\"}",
        "{\"alg\":\"none\",\"kid\":\"2\",\"typ\":\"JWT\"}",
        "{\"alg\":\"HS256\",\"kid\":\"1\",\"typ\":\"JWT\"}",
        "{\"alg\":\"RS256\",\"kid\":\"2\"}",
        "{\"alg\":\"HS256\",\"kid\":\"../../etc/passwd\"}",
        "{\"alg\":\"HS256\",\"kid\":\"2\",\"crit\":[\"b64\"],\"b64\":false}",
        "{\"alg\":\"HS256\",\"alg\":\"none\",\"kid\":\"2\"}",
        "{}",
        "[]",
        ""
    };
    private static final String[] VALUES = {
        "null",
        "true",
        "-1",
        "1e999999999",
        "9999999999",
        "\"\"",
        "\"admin\"",
        "[]",
        "{}",
        "[[[[[[[[[[[[",
        "\"\\ud800\""
    };

    private final List<String> good;
    private final Set<String> known;

    private TokenMutator(List<String> good) {
        this.good = good;
        this.known = new HashSet<>(good);
    }

    /** Spoils the accepted tokens of the vectors. */
    static TokenMutator ofVectors() {
        return new TokenMutator(MwtVectors.of("verify").stream()
                .filter(vector -> vector.containsKey("accepted"))
                .map(vector -> vector.getString("token"))
                .toList());
    }

    String next(SplittableRandom random) {
        var token = good.get(random.nextInt(good.size()));
        for (int times = 1 + random.nextInt(3); times > 0 || known.contains(token); times--) {
            token = mutate(token, random);
        }
        return token;
    }

    private String mutate(String token, SplittableRandom random) {
        return switch (random.nextInt(9)) {
            case 0 -> flip(token, random);
            case 1 -> token.substring(0, random.nextInt(token.length() + 1));
            case 2 -> token.substring(random.nextInt(token.length() + 1));
            case 3 -> insert(token, random);
            case 4 -> parts(token, random);
            case 5 -> part(token, 0, HEADERS[random.nextInt(HEADERS.length)].getBytes(UTF_8));
            case 6 -> edit(token, random);
            case 7 -> noise(token, random);
            default -> replace(token, random);
        };
    }

    private static String flip(String token, SplittableRandom random) {
        if (token.isEmpty()) {
            return token + '.';
        }
        var chars = token.toCharArray();
        chars[random.nextInt(chars.length)] ^= (char) (1 << random.nextInt(random.nextInt(10) == 0 ? 16 : 7));
        return new String(chars);
    }

    private static String replace(String token, SplittableRandom random) {
        int at = random.nextInt(token.length() + 1);
        return token.substring(0, at)
                + ALPHABET.charAt(random.nextInt(ALPHABET.length()))
                + token.substring(Math.min(token.length(), at + 1));
    }

    private static String insert(String token, SplittableRandom random) {
        int at = random.nextInt(token.length() + 1);
        var what = random.nextInt(1000) == 0
                ? "A".repeat(9000)
                : String.valueOf(JUNK.charAt(random.nextInt(JUNK.length())));
        return token.substring(0, at) + what + token.substring(at);
    }

    /** Swaps, drops, doubles parts, or takes one of another token. */
    private String parts(String token, SplittableRandom random) {
        var parts = new ArrayList<>(Arrays.asList(token.split("\\.", -1)));
        int at = random.nextInt(parts.size());
        switch (random.nextInt(4)) {
            case 0 -> parts.add(parts.remove(at));
            case 1 -> parts.remove(at);
            case 2 -> parts.add(at, parts.get(at));
            default -> {
                var other = good.get(random.nextInt(good.size())).split("\\.", -1);
                parts.set(at, other[random.nextInt(other.length)]);
            }
        }
        return String.join(".", parts);
    }

    /** Gives a claim or header parameter another value, or doubles it. */
    private static String edit(String token, SplittableRandom random) {
        int at = random.nextInt(2);
        var parts = token.split("\\.", -1);
        var object = parts.length <= at ? JsonValue.EMPTY_JSON_OBJECT : json(parts[at]);
        if (object.isEmpty()) {
            return token + '.';
        }
        var names = List.copyOf(object.keySet());
        var name = names.get(random.nextInt(names.size()));
        var edited = new StringBuilder(object.toString());
        edited.setLength(edited.length() - 1);
        edited.append(',')
                .append(MwtVectors.JSON.createValue(name))
                .append(':')
                .append(VALUES[random.nextInt(VALUES.length)])
                .append('}');
        var text = random.nextBoolean() ? edited.toString() : once(edited.toString());
        return part(token, at, text.getBytes(UTF_8));
    }

    private static JsonObject json(String part) {
        try {
            return lenient(new String(Base64.getUrlDecoder().decode(part), UTF_8));
        } catch (RuntimeException e) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }

    private static JsonObject lenient(String text) {
        try (var reader = MwtVectors.JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** Of members with one name, only the last. */
    private static String once(String text) {
        try {
            return lenient(text).toString();
        } catch (RuntimeException e) {
            return text;
        }
    }

    /** Flips bits of the decoded bytes of a part. */
    private static String noise(String token, SplittableRandom random) {
        var parts = token.split("\\.", -1);
        int at = random.nextInt(parts.length);
        try {
            var bytes = Base64.getUrlDecoder().decode(parts[at]);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            return part(token, at, bytes);
        } catch (IllegalArgumentException e) {
            return flip(token, random);
        }
    }

    private static String part(String token, int at, byte[] bytes) {
        var parts = token.split("\\.", -1);
        parts[Math.min(at, parts.length - 1)] = CompactParts.encode(bytes);
        return String.join(".", parts);
    }
}
