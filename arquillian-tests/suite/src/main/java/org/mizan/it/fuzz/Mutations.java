package org.mizan.it.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.mizan.it.fuzz.Draft.Header;

/** Spoils method, target, headers and body of a request, and leaves alone what proves who the caller is. */
final class Mutations {
    private static final List<String> METHODS = words("""
            GET POST PUT DELETE PATCH HEAD OPTIONS TRACE CONNECT PROPFIND post Get JEFF P\\326ST GET/ -
            """);
    private static final List<String> PATH_BITS = words("""
            / // /./ /../ /../../ ;x=y ; ;jsessionid=1 %2e %2E%2e/ %2f %5c \\\\ %00 % %zz %c0%ae %ff %e2%82 \\351 +
            %2b %3b %3f %23 ? ?x # ~ . .. * %0d%0aX:\\sy %25 $ {} [ | " < @ : \\377 %u0041
            """);
    private static final List<String> QUERY_BITS = words("""
            & = && &number=1 &number= &number &x=y % %zz %c3%28 %00 + ; # ? - \\351 9999999999 1e3 .0 %20 %0a " < []
            &number[]=1 &NUMBER=2 \\000
            """);
    private static final List<String> JSON_BITS = words("""
            { } [ ] , : " \\\\ \\\\u0000 \\\\ud800 null true - 1e400 1e-400 0x1 99999999999999999999 .5 {} [] "a":1,
            "number":1, "fn":"whoami", "args":null, \\s \\n \\t \\000 \\357\\273\\277 // /**/ ' NaN \\377 \\303(
            """);
    private static final List<Header> HEADERS = headers("""
            Content-Type: "" application/json;charset=utf-16 application/json;\\scharset=" text/plain
            Content-Type: multipart/form-data multipart/form-data;\\sboundary=x */* application/ / ;
            Content-Type: application/json,text/x application/x-www-form-urlencoded;charset=x-none
            Content-Type: application/json;charset=utf-8;a="b
            Accept: "" * a/b;q=x text/html application/xml ,,, */*;q=-1 application/json;q=9
            Accept-Language: xx-*- q=1;;
            Accept-Charset: x-none
            Accept-Encoding: gzip;q=x br,\\s,\\sx
            Content-Encoding: gzip x identity
            Content-Language: %%
            Content-Range: bytes\\s9-1/0
            Range: bytes=9-1
            If-Match: * "
            If-Modified-Since: yesterday
            If-None-Match: *
            Cookie: a = JSESSIONID= JSESSIONID=../../x $Version=1;\\sa="b XSRF-TOKEN=\\001 ;;=;
            Origin: https://friend.example x http://[ :// null
            Sec-Fetch-Site: none x ""
            X-Mizan-Schema: x 0000 "" \\377
            X-Mizan-Invalidate: *
            X-HTTP-Method-Override: GET PUT
            X-Forwarded-For: x
            X-Forwarded-Proto: x:
            X-Forwarded-Host: a\\sb
            Forwarded: for="
            Host: ""
            Host: x a\\sb [ 127.0.0.1:99999
            Referer: http://[
            User-Agent: \\001
            Via: ,
            Access-Control-Request-Method: POST x\\sy
            Access-Control-Request-Headers: ,
            Authorization: Bearer Bearer\\sx Basic Basic\\s%%% Basic\\sOg== Digest Negotiate\\sx bearer\\sa.b.c
            Authorization: SSO\\sx
            Priority: u=
            TE: trailers
            Trailer: X-Test
            Max-Forwards: -1
            Content-MD5: x
            Date: x
            """);
    private static final List<String> WAYS = words("""
            Expect 100-continue Expect x Upgrade h2c Upgrade websocket Connection close Connection Upgrade Connection
            x,\\sclose Keep-Alive timeout=-1 Proxy-Connection x HTTP2-Settings AAMAAABk Content-Length 0
            Content-Length -1 Content-Length +1 Content-Length x Content-Length 99999999999999999999 Content-Length
            1,\\s1 Transfer-Encoding chunked Transfer-Encoding identity Transfer-Encoding gzip,\\schunked
            Transfer-Encoding xchunked Transfer-Encoding chunked,\\schunked Transfer-Encoding \\013chunked
            """);

    private Mutations() {}

    /** Words, with Java's escapes for what could not be written; two quotation marks for none. */
    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .map(word -> word.equals("\"\"") ? "" : word.translateEscapes())
                .toList();
    }

    /** In each line a name and its values. */
    private static List<Header> headers(String text) {
        var headers = new ArrayList<Header>();
        text.lines().forEach(line -> {
            int colon = line.indexOf(':');
            words(line.substring(colon + 1)).forEach(value -> headers.add(new Header(line.substring(0, colon), value)));
        });
        return headers;
    }

    static void mutate(Draft draft, SplittableRandom random) {
        switch (random.nextInt(20)) {
            case 0 -> {
                draft.method = pick(METHODS, random);
                draft.story.add("method");
                if (draft.method.equals("CONNECT")) {
                    draft.unframed("no more HTTP");
                }
            }
            case 1, 2, 3, 4 -> target(draft, random);
            case 5, 6, 7 -> query(draft, random);
            case 8, 9, 10, 11, 12 -> body(draft, random);
            case 13, 14, 15 -> header(draft, random);
            case 16 -> headerBytes(draft, random);
            case 17 -> large(draft, random);
            default -> framing(draft, random);
        }
    }

    static <T> T pick(List<T> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }

    private static String insert(String text, int from, List<String> bits, SplittableRandom random) {
        int at = from + random.nextInt(text.length() - from + 1);
        return text.substring(0, at) + pick(bits, random) + text.substring(at);
    }

    private static void target(Draft draft, SplittableRandom random) {
        int end = draft.target.indexOf('?');
        var path = end < 0 ? draft.target : draft.target.substring(0, end);
        var query = end < 0 ? "" : draft.target.substring(end);
        int at = random.nextInt(Math.max(1, path.length()));
        if (path.isEmpty()) {
            path = "/";
        }
        path = switch (random.nextInt(9)) {
            case 0 -> path.substring(0, at) + Character.toUpperCase(path.charAt(at)) + path.substring(at + 1);
            case 1 -> path.substring(0, at) + "%" + Integer.toHexString(path.charAt(at)) + path.substring(at + 1);
            case 2 -> path.substring(0, at) + path.substring(at + 1);
            case 3 ->
                path.substring(0, at) + (char) (path.charAt(at) ^ 1 << random.nextInt(8)) + path.substring(at + 1);
            case 4 ->
                random.nextInt(4) == 0
                        ? pick(List.of("*", "", "/", "http://127.0.0.1" + path, "//x" + path), random)
                        : path + "/";
            default -> insert(path, 0, PATH_BITS, random);
        };
        draft.target = path + query;
        draft.story.add("path");
        doubt(draft, draft.target);
    }

    private static void query(Draft draft, SplittableRandom random) {
        int from = draft.target.indexOf('?');
        draft.target = from < 0
                ? draft.target + "?" + pick(QUERY_BITS, random)
                : insert(draft.target, from + 1, QUERY_BITS, random);
        draft.story.add("query");
        doubt(draft, draft.target);
    }

    /** A server may take such characters for the end. */
    private static void doubt(Draft draft, String text) {
        if (text.isEmpty() || text.chars().anyMatch(c -> c <= ' ')) {
            draft.unframed("odd characters");
        }
    }

    private static void body(Draft draft, SplittableRandom random) {
        draft.story.add("body");
        var text = new String(draft.body, StandardCharsets.ISO_8859_1);
        if (text.isEmpty()) {
            draft.body = pick(JSON_BITS, random).getBytes(StandardCharsets.ISO_8859_1);
            return;
        }
        int at = random.nextInt(text.length());
        text = switch (random.nextInt(8)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            case 2 -> text + text.substring(at);
            case 3 ->
                text.substring(0, at)
                        + (char) ((text.charAt(at) ^ 1 << random.nextInt(8)) & 0xff)
                        + text.substring(at + 1);
            case 4 -> text.substring(0, at) + (char) random.nextInt(256) + text.substring(at + 1);
            case 5 -> random.nextInt(20) == 0 ? deep(random) : insert(text, 0, JSON_BITS, random);
            default -> insert(text, 0, JSON_BITS, random);
        };
        draft.body = text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String deep(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> "[".repeat(5_000);
            case 1 -> "{\"a\":".repeat(5_000);
            case 2 -> "{\"fn\":\"callOpen\",\"args\":{\"number\":1" + "0".repeat(5_000) + "}}";
            default -> " ".repeat(1 << 20) + "{}";
        };
    }

    private static void header(Draft draft, SplittableRandom random) {
        var header = pick(HEADERS, random);
        boolean instead = random.nextBoolean()
                && !header.name().equals("Cookie")
                && !header.name().equals("Authorization");
        draft.story.add(header.name());
        if (instead) {
            draft.set(header.name(), header.value());
        } else {
            draft.headers.add(random.nextInt(draft.headers.size() + 1), header);
        }
        doubt(draft, header.value() + "x");
    }

    private static void headerBytes(Draft draft, SplittableRandom random) {
        int which = random.nextInt(draft.headers.size());
        var header = draft.headers.get(which);
        if (header.name().equals("X-Test-Caller")) {
            // Somebody else in the same session would be given another token, and the good requests be bad.
            return;
        }
        draft.unframed("bytes of a header");
        boolean name = random.nextBoolean();
        var text = name ? header.name() : header.value();
        int at = random.nextInt(text.length() + 1);
        var spoilt = text.substring(0, at)
                + (char) random.nextInt(256)
                + text.substring(Math.min(text.length(), at + random.nextInt(2)));
        draft.headers.set(which, name ? new Header(spoilt, header.value()) : new Header(header.name(), spoilt));
    }

    private static void large(Draft draft, SplittableRandom random) {
        if (random.nextInt(8) > 0) {
            header(draft, random);
            return;
        }
        draft.unframed("large");
        switch (random.nextInt(6)) {
            case 0 -> draft.with("X-Large", "a".repeat(9_000));
            case 1 -> draft.with("X-Large", "a".repeat(70_000));
            case 2 -> {
                for (int i = 0; i < 300; i++) {
                    draft.with("X-Many-" + i, "a");
                }
            }
            case 3 -> draft.with("n".repeat(9_000), "a");
            case 4 ->
                draft.target = draft.target + (draft.target.contains("?") ? "&" : "?") + "x=" + "a".repeat(20_000);
            default -> draft.with("Cookie", "a=b; ".repeat(3_000));
        }
    }

    private static void framing(Draft draft, SplittableRandom random) {
        draft.unframed("framing");
        draft.endless = true;
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> {
                int at = 2 * random.nextInt(WAYS.size() / 2);
                draft.with(WAYS.get(at), WAYS.get(at + 1));
                draft.length = random.nextBoolean();
            }
            case 3 -> announce(draft, draft.body.length + 1 + random.nextInt(50));
            case 4 -> announce(draft, random.nextInt(draft.body.length + 1));
            case 5 -> chunks(draft, random);
            case 6 ->
                draft.version = pick(
                        List.of(
                                "HTTP/1.0",
                                "HTTP/0.9",
                                "HTTP/2.0",
                                "HTTP/1.2",
                                "HTTP/1.1 x",
                                "http/1.1",
                                "HTTP/11",
                                ""),
                        random);
            case 7 -> draft.lineEnd = pick(List.of("\n", "\r", "\r\r\n", "\n\r", " \r\n"), random);
            case 8 -> draft.method = pick(List.of("\r\n", "\n", " ", "\u0000"), random) + draft.method;
            case 9 -> draft.wireBody = smuggled(draft);
            case 10 -> draft.wireBody = Arrays.copyOf(draft.body, random.nextInt(draft.body.length + 1));
            default -> {
                announce(draft, draft.body.length);
                draft.length = true;
            }
        }
    }

    private static void announce(Draft draft, int length) {
        draft.length = false;
        draft.with("Content-Length", "" + length);
    }

    /** A second request behind the first, by nobody. */
    private static byte[] smuggled(Draft draft) {
        var call = "{\"fn\":\"callAdmins\",\"args\":{\"number\":1}}";
        var path = draft.target.substring(0, Math.max(0, draft.target.indexOf('/', 1) + 1));
        var second = "POST " + path + "api/mizan/call/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + call.length() + "\r\n\r\n" + call;
        return (new String(draft.body, StandardCharsets.ISO_8859_1) + second).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void chunks(Draft draft, SplittableRandom random) {
        draft.length = random.nextInt(4) == 0;
        draft.with("Transfer-Encoding", "chunked");
        var body = new String(draft.body, StandardCharsets.ISO_8859_1);
        int cut = random.nextInt(body.length() + 1);
        var good = chunk(body.substring(0, cut)) + chunk(body.substring(cut)) + "0\r\n\r\n";
        int at = random.nextInt(good.length());
        var sent =
                switch (random.nextInt(5)) {
                    case 0 -> good;
                    case 1 -> good.substring(0, at);
                    case 2 -> good.substring(0, at) + (char) random.nextInt(256) + good.substring(at);
                    case 3 -> good.replaceFirst("0\r\n\r\n$", "0\r\nX-Trailer: x\r\nContent-Length: 5\r\n\r\n");
                    default -> "ffffffffff\r\n" + good;
                };
        draft.wireBody = sent.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String chunk(String text) {
        return text.isEmpty()
                ? ""
                : Integer.toHexString(text.length()).toUpperCase(Locale.ROOT) + "\r\n" + text + "\r\n";
    }
}
