package org.mizan.it.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.mizan.it.fuzz.Credentials.Proof;
import org.mizan.it.fuzz.Draft.Header;

/**
 * Spoils what proves who the caller is, or that he meant it, and nothing else of a request. What it makes is never an
 * equivalent of what it spoilt: a function behind a guard must not run.
 */
final class CredentialSpoiler {
    private static final String TOKEN = "X-Mizan-Token";
    private static final String CSRF = "X-XSRF-TOKEN";
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String JUNK = "=+/.,;:%~ \t\"\\\u0000\u0001\u000b\u007f\u00a0\u00e9\u00ff";
    private static final List<String> JOSE = List.of(
            "{\"alg\":\"none\"}",
            "{\"alg\":\"none\",\"kid\":\"1\",\"typ\":\"JWT\"}",
            "{\"alg\":\"HS256\",\"kid\":\"2\",\"typ\":\"JWT\"}",
            "{\"alg\":\"RS256\",\"kid\":\"1\"}",
            "{\"alg\":\"HS256\",\"kid\":\"1\",\"crit\":[\"b64\"],\"b64\":false}",
            "{\"alg\":\"HS256\",\"alg\":\"none\",\"kid\":\"1\"}",
            "{}");

    private final List<Credentials> others;

    /** Knows other callers, whose tokens are good and not the caller's. */
    CredentialSpoiler(List<Credentials> others) {
        this.others = others;
    }

    void spoil(Sample sample, Draft draft, SplittableRandom random) {
        boolean forged = sample.who().needsSession() && sample.kind().needsToken();
        switch (sample.who().proof()) {
            case MWT -> token(draft, random, true);
            case MWT_OVER_SESSION -> token(draft, random, false);
            case BASIC -> {
                if (forged && random.nextBoolean()) {
                    forge(sample, draft, random);
                } else {
                    spoilHeader("Authorization", draft, random, true);
                }
            }
            case SESSION -> forge(sample, draft, random);
            case NOBODY -> throw new IllegalArgumentException("nobody has nothing to spoil");
        }
    }

    /** A token that is spoilt, or, if nothing is below it, gone. */
    private void token(Draft draft, SplittableRandom random, boolean alsoGone) {
        int at = draft.at(TOKEN);
        var good = draft.headers.get(at).value();
        switch (random.nextInt(6)) {
            case 0 -> replace(draft, at, parts(good, random), "parts of the token");
            case 1 -> {
                var jose = JOSE.get(random.nextInt(JOSE.size()));
                replace(draft, at, encode(jose) + good.substring(good.indexOf('.')), "header of the token");
            }
            case 2 -> replace(draft, at, claims(good, random), "claims of the token");
            case 3 -> {
                draft.headers.add(random.nextInt(draft.headers.size()), new Header(cased(TOKEN, random), good));
                draft.story.add("the token twice");
            }
            default -> spoilHeader(TOKEN, draft, random, alsoGone);
        }
    }

    private static String parts(String token, SplittableRandom random) {
        while (true) {
            var parts = new ArrayList<>(Arrays.asList(token.split("\\.", -1)));
            int at = random.nextInt(parts.size());
            switch (random.nextInt(3)) {
                case 0 -> Collections.swap(parts, at, random.nextInt(parts.size()));
                case 1 -> parts.remove(at);
                default -> parts.add(at, parts.get(random.nextInt(parts.size())));
            }
            var spoilt = String.join(".", parts);
            if (!spoilt.equals(token)) {
                return spoilt;
            }
        }
    }

    private static String claims(String token, SplittableRandom random) {
        var parts = token.split("\\.", -1);
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        var spoilt =
                switch (random.nextInt(4)) {
                    case 0 -> claims.replace("\"sub\":\"", "\"sub\":\"x");
                    case 1 -> claims.replaceFirst("\"exp\":\\d", "\"exp\":9");
                    case 2 -> claims.replace("\"roles\":[", "\"roles\":[\"admin\",");
                    default -> claims.substring(0, claims.length() - 1) + ",\"sub\":\"root\"}";
                };
        return parts[0] + '.' + encode(spoilt) + '.' + parts[2];
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Whoever the session knows, did he mean it? */
    private void forge(Sample sample, Draft draft, SplittableRandom random) {
        switch (random.nextInt(6)) {
            case 0 -> session(draft, random);
            case 1 -> {
                draft.with(
                        "Sec-Fetch-Site",
                        List.of("cross-site", "same-site", "", "x", "Same-Site").get(random.nextInt(5)));
                draft.story.add("from another site");
            }
            case 2 -> {
                draft.with(
                        "Origin",
                        List.of("https://foe.example", "null", "", "http://127.0.0.1", "https://x:y")
                                .get(random.nextInt(5)));
                draft.story.add("from another origin");
            }
            case 3 -> {
                var other = others.stream()
                        .filter(each -> each.proof() == Proof.SESSION
                                && !each.id().equals(sample.who().id()))
                        .toList();
                var whose = other.get(random.nextInt(other.size()));
                if (random.nextBoolean()) {
                    draft.set(CSRF, whose.value(CSRF));
                }
                draft.set("Cookie", whose.value("Cookie"));
                draft.story.add("with the session of " + whose.id());
            }
            default -> spoilHeader(CSRF, draft, random, true);
        }
    }

    /** The id of the session, and nothing beside it: what servers add before or after it need not matter. */
    private static void session(Draft draft, SplittableRandom random) {
        int at = draft.at("Cookie");
        var cookies = draft.headers.get(at).value();
        var id = Credentials.sessionId(cookies);
        int from = cookies.indexOf(id);
        var spoilt = cookies;
        while (spoilt.contains(id)) {
            int where = from + random.nextInt(id.length());
            spoilt = spoilt.substring(0, where)
                    + ALPHABET.charAt(random.nextInt(ALPHABET.length()))
                    + spoilt.substring(where + 1);
        }
        replace(draft, at, spoilt, "another session");
    }

    private void spoilHeader(String name, Draft draft, SplittableRandom random, boolean alsoGone) {
        int at = draft.at(name);
        var good = draft.headers.get(at);
        if (alsoGone && random.nextInt(5) == 0) {
            if (random.nextBoolean()) {
                draft.headers.remove(at);
                draft.story.add("without " + name);
            } else {
                rename(draft, at, random);
            }
            return;
        }
        var spoilt = good.value();
        while (means(spoilt).equals(good.value())) {
            spoilt = text(good.value(), random);
        }
        if (spoilt.chars().anyMatch(c -> c < 0x20 || c > 0x7e)) {
            draft.unframed("control characters");
        }
        replace(draft, at, spoilt, name);
    }

    /** What the most lenient server could take the value for. */
    private static String means(String value) {
        int end = value.length();
        while (end > 0 && isBlank(value.charAt(end - 1))) {
            end--;
        }
        int start = 0;
        while (start < end && isBlank(value.charAt(start))) {
            start++;
        }
        // Undertow makes one space of several, Grizzly of a folded line.
        return value.substring(start, end).replaceAll("[ \\t\\r\\n]+", " ");
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c >= 0x7f && c <= 0xa0;
    }

    private static String text(String good, SplittableRandom random) {
        int at = random.nextInt(good.length());
        char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        return switch (random.nextInt(9)) {
            case 0 ->
                good.substring(0, at) + (char) (good.charAt(at) ^ 1 << random.nextInt(7)) + good.substring(at + 1);
            case 1 -> good.substring(0, at) + other + good.substring(at + 1);
            case 2 -> good.substring(0, at);
            case 3 -> good.substring(at);
            case 4 -> good.substring(0, at) + JUNK.charAt(random.nextInt(JUNK.length())) + good.substring(at);
            case 5 -> good.substring(0, at) + "%" + Integer.toHexString(good.charAt(at)) + good.substring(at + 1);
            case 6 -> good.substring(0, at) + "\r\n " + good.substring(at);
            case 7 ->
                good + List.of(",", ", " + good, "A", "=", "\u0000A", ";x=y").get(random.nextInt(6));
            default -> '"' + good + '"';
        };
    }

    private static void rename(Draft draft, int at, SplittableRandom random) {
        var good = draft.headers.get(at).name();
        var name = good;
        while (means(name.toLowerCase(Locale.ROOT)).equals(good.toLowerCase(Locale.ROOT))) {
            int where = random.nextInt(good.length());
            name = random.nextBoolean()
                    ? good.substring(0, where) + good.substring(where + 1)
                    : good.substring(0, where) + "_x".charAt(random.nextInt(2)) + good.substring(where + 1);
        }
        draft.headers.set(at, new Header(name, draft.headers.get(at).value()));
        draft.story.add(good + " by the name of " + name);
    }

    private static String cased(String name, SplittableRandom random) {
        return random.nextBoolean() ? name : name.toLowerCase(Locale.ROOT);
    }

    private static void replace(Draft draft, int at, String value, String what) {
        draft.headers.set(at, new Header(draft.headers.get(at).name(), value));
        draft.story.add(what);
    }
}
