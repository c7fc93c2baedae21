package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mizan.it.RawHttp.Reply;
import org.mizan.it.app.input.Entry;
import org.mizan.it.app.input.Inputs;
import org.mizan.it.app.input.Ledger;

/** Whatever is sent, the answer is a clean refusal: the right status, the protocol's shape, nothing of the inside. */
@ExtendWith(ArquillianExtension.class)
class BadInputIT {
    private static final String JSON = "application/json";
    private static final int MAX_BODY = 1 << 20;

    @ArquillianResource
    private URL url;

    private RawHttp http;

    @Deployment(testable = false)
    static WebArchive application() {
        return Wars.withJpa(Wars.app("input"), Ledger.SOURCE, Entry.class).addPackage(Inputs.class.getPackage());
    }

    @BeforeEach
    void open() {
        http = new RawHttp(Server.loopback(url));
    }

    @Test
    void body_thatIsNoJson_is400() {
        for (var body : List.of(
                "",
                " ",
                "{",
                "{\"fn\":\"runs\"",
                "{\"fn\":\"runs\",}",
                "{\"fn\":\"ru",
                "{'fn':'runs'}",
                "{\"fn\":\"runs\"} x",
                "{\"fn\":\"runs\"}{}",
                "{\"fn\":\"runs\",\"fn\":\"runs\"}",
                "{\"fn\":\"twice\",\"args\":{\"n\":1,\"n\":1}}",
                "{\"fn\":\"twice\",\"args\":{\"n\":1,\"\\u006e\":1}}",
                "{\"fn\":\"runs\"/*c*/}",
                "{\"fn\":\"echo\",\"args\":{\"text\":\"a\nb\"}}",
                "{\"fn\":\"echo\",\"args\":{\"text\":\"\\ud800\"}}",
                "{\"fn\":\"half\",\"args\":{\"value\":NaN}}",
                "{\"fn\":\"half\",\"args\":{\"value\":Infinity}}",
                "{\"fn\":\"half\",\"args\":{\"value\":.5}}",
                "{\"fn\":\"twice\",\"args\":{\"n\":05}}",
                "{\"fn\":\"twice\",\"args\":{\"n\":+5}}",
                "{\"fn\":\"twice\",\"args\":{\"n\":0x5}}",
                "[]",
                "null",
                "\"runs\"",
                "5",
                "[".repeat(10_000),
                "[".repeat(10_000) + "]".repeat(10_000),
                "{\"fn\":\"echo\",\"args\":{\"text\":" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000) + "}}")) {
            refused(400, "BAD_REQUEST", call(body), brief(body));
        }
    }

    @Test
    void body_thatIsNotUtf8_is400() {
        refused(400, "BAD_REQUEST", call(text("{\"fn\":\"echo\",\"args\":{\"text\":\"", 0xff)), "0xff");
        refused(400, "BAD_REQUEST", call(text("{\"fn\":\"echo\",\"args\":{\"text\":\"", 0xc0, 0xaf)), "overlong");
        refused(
                400,
                "BAD_REQUEST",
                call(text("{\"fn\":\"echo\",\"args\":{\"text\":\"", 0xed, 0xa0, 0x80)),
                "surrogate");
        refused(400, "BAD_REQUEST", call(text("{\"fn\":\"echo\",\"args\":{\"text\":\"", 0xe2, 0x82)), "cut");
        var bom = ("\ufeff{\"fn\":\"runs\"}").getBytes(StandardCharsets.UTF_8);
        refused(400, "BAD_REQUEST", call(bom), "byte order mark");
        refused(400, "BAD_REQUEST", call("{\"fn\":\"runs\"}".getBytes(StandardCharsets.UTF_16)), "UTF-16");
    }

    @Test
    void call_whoseShapeIsWrong_is400_andDoesNotRun() {
        var before = call("{\"fn\":\"runs\"}").body();
        for (var body : List.of(
                "{}",
                "{\"args\":{}}",
                "{\"fn\":null}",
                "{\"fn\":5,\"args\":{\"n\":1}}",
                "{\"fn\":[\"twice\"],\"args\":{\"n\":1}}",
                "{\"fn\":\"twice\",\"args\":{\"n\":1},\"more\":1}",
                "{\"fn\":\"twice\",\"Args\":{\"n\":1}}",
                "{\"fn\":\"twice\",\"args\":[1]}",
                "{\"fn\":\"twice\",\"args\":null}",
                "{\"fn\":\"twice\",\"args\":\"{}\"}",
                "{\"fn\":\"twice\",\"args\":{\"n\":1,\"m\":2}}",
                "{\"fn\":\"twice\",\"args\":{\"<img src=x>\":2}}",
                "{\"fn\":\"twice\",\"args\":{}}",
                "{\"fn\":\"twice\"}",
                "{\"fn\":\"twice\",\"args\":{\"n\":null}}",
                "{\"fn\":\"twice\",\"args\":{\"n\":\"5\"}}",
                "{\"fn\":\"twice\",\"args\":{\"n\":5.0}}",
                "{\"fn\":\"twice\",\"args\":{\"n\":5.5}}",
                "{\"fn\":\"twice\",\"args\":{\"n\":2147483648}}",
                "{\"fn\":\"twice\",\"args\":{\"n\":-2147483649}}",
                "{\"fn\":\"twice\",\"args\":{\"n\":1" + "0".repeat(500_000) + "}}",
                "{\"fn\":\"twice\",\"args\":{\"n\":1e400}}",
                "{\"fn\":\"twice\",\"args\":{\"n\":1e999999999}}",
                "{\"fn\":\"twice\",\"args\":{\"n\":true}}",
                "{\"fn\":\"twice\",\"args\":{\"n\":[5]}}",
                "{\"fn\":\"not\",\"args\":{\"value\":0}}",
                "{\"fn\":\"not\",\"args\":{\"value\":\"true\"}}",
                "{\"fn\":\"half\",\"args\":{\"value\":1e400}}",
                "{\"fn\":\"half\",\"args\":{\"value\":-1e400}}",
                "{\"fn\":\"half\",\"args\":{\"value\":1e999999999999}}",
                "{\"fn\":\"half\",\"args\":{\"value\":\"NaN\"}}",
                "{\"fn\":\"echo\",\"args\":{\"text\":5}}",
                "{\"fn\":\"echo\",\"args\":{\"text\":null}}",
                "{\"fn\":\"perhaps\",\"args\":{\"text\":5}}",
                "{\"fn\":\"order\",\"args\":{\"order\":{\"address\":{\"zip\":\"12345\"},\"lines\":[],\"notes\":{},\"x\":1}}}",
                "{\"fn\":\"order\",\"args\":{\"order\":{\"address\":{\"zip\":\"12345\"},\"lines\":[]}}}",
                "{\"fn\":\"order\",\"args\":{\"order\":{\"address\":null,\"lines\":[],\"notes\":{}}}}")) {
            refused(400, "BAD_REQUEST", call(body), brief(body));
        }
        assertEquals(before, call("{\"fn\":\"runs\"}").body());
    }

    @Test
    void refusal_namesTheParameterAndItsPart() {
        var wrong = call("{\"fn\":\"order\",\"args\":{\"order\":{\"address\":{\"zip\":\"12345\"},\"notes\":{},"
                + "\"lines\":[{\"product\":\"a\",\"quantity\":1},{\"product\":\"b\",\"quantity\":\"2\"}]}}}");
        var error = refused(400, "BAD_REQUEST", wrong, "quantity");
        assertEquals("order.lines[1].quantity", error.getJsonObject("details").getString("parameter"));
    }

    @Test
    void bodyOverTheLimit_is413_withoutReadingIt() {
        var begin = "{\"fn\":".getBytes(StandardCharsets.UTF_8);
        var started = System.nanoTime();
        var head = List.of("Content-Type: application/json", "Content-Length: " + 2 * MAX_BODY);
        refused(413, "PAYLOAD_TOO_LARGE", http.send("POST", "api/mizan/call/", head, begin), "announced");
        assertTrue(Duration.ofNanos(System.nanoTime() - started).toSeconds() < 5);
        // So much that the server may have a limit of its own.
        var enormous = List.of("Content-Type: application/json", "Content-Length: " + (1L << 40));
        var reply = http.send("POST", "api/mizan/call/", enormous, begin);
        assertTrue(reply.status() == 0 || reply.status() >= 400 && reply.status() < 500, reply.toString());

        var most = new byte[MAX_BODY];
        Arrays.fill(most, (byte) ' ');
        System.arraycopy("{\"fn\":\"runs\"}".getBytes(StandardCharsets.UTF_8), 0, most, 0, 13);
        assertEquals(200, call(most).status());
        refused(413, "PAYLOAD_TOO_LARGE", call(Arrays.copyOf(most, MAX_BODY + 1)), "one byte more");
    }

    @Test
    void chunkedBodyOverTheLimit_is413_whenTheCountPasses() throws IOException {
        var chunk = new byte[64 * 1024];
        Arrays.fill(chunk, (byte) ' ');
        var body = new ByteArrayOutputStream();
        for (int sent = 0; sent <= MAX_BODY; sent += chunk.length) {
            body.write((Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            body.write(chunk);
            body.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        // The last chunk never comes: whoever waits for it waits for ever.
        var head = List.of("Content-Type: application/json", "Transfer-Encoding: chunked");
        var reply = http.send("POST", "api/mizan/call/", head, body.toByteArray());
        refused(413, "PAYLOAD_TOO_LARGE", reply, "chunked");
    }

    @Test
    void otherMediaTypes_are415() {
        var body = "{\"fn\":\"runs\"}".getBytes(StandardCharsets.UTF_8);
        for (var type : List.of(
                "text/plain",
                "text/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/jsonp",
                "application/json; charset=utf-16",
                "application/json; charset=iso-8859-1",
                "*/*")) {
            refused(415, "UNSUPPORTED_MEDIA_TYPE", http.post("api/mizan/call/", type, body), type);
        }
        var none = http.send("POST", "api/mizan/call/", List.of("Content-Length: " + body.length), body);
        refused(415, "UNSUPPORTED_MEDIA_TYPE", none, "none");
        for (var type : List.of("json", ";", "application/", "a/b/c")) {
            var reply = http.post("api/mizan/call/", type, body);
            assertTrue(reply.status() == 415 || reply.status() == 400, type + ": " + reply);
        }
        for (var type : List.of("application/json; charset=utf-8", "Application/JSON;charset=\"UTF-8\"")) {
            assertEquals(200, http.post("api/mizan/call/", type, body).status(), type);
        }
    }

    @Test
    void unknownNames_are404_andNotEchoed() {
        for (var name :
                List.of("nobody", "<script>alert(1)</script>", "a\\u0000b", "../../etc/passwd", "", "x".repeat(9000))) {
            var reply = call("{\"fn\":\"" + name + "\"}");
            refused(404, "NOT_FOUND", reply, brief(name));
            assertFalse(reply.body().contains("<"), reply.body());
        }
        for (var name : List.of("nobody", "%3Cscript%3E", "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "a.b", "USER")) {
            var reply = http.send("GET", "api/mizan/ctx/" + name + "/");
            refused(404, "NOT_FOUND", reply, name);
            assertFalse(reply.body().contains("<"), reply.body());
        }
        refused(403, "FORBIDDEN", call("{\"fn\":\"inside\"}"), "internal");
    }

    @Test
    void unknownPaths_are404_inTheShapeOfTheProtocol() {
        for (var path : List.of(
                "", "x", "x/", "ctx", "ctx/", "calls/", "call/more", "session/x", "ctx/entry/more", "%3Cb%3E")) {
            refused(404, "NOT_FOUND", http.send("GET", "api/mizan/" + path), path);
        }
    }

    @Test
    void strangePaths_areNeverServerErrors() {
        for (var path : List.of(
                "api/mizan//session/",
                "api/mizan/session//",
                "api//mizan/session/",
                "api/mizan/ctx//entry/?name=a",
                "api/mizan/ctx/entry;v=1/?name=a",
                "api/mizan/ctx;v=1/entry/?name=a",
                "api/mizan/call;v=1/",
                "api/mizan/ctx/a%2Fb/",
                "api/mizan/ctx/a%5Cb/",
                "api/mizan/ctx/%2e%2e/",
                "api/mizan/ctx/../session/",
                "api/mizan/ctx/..%2fsession/",
                "api/mizan/ctx/%00/",
                "api/mizan/ctx/%ff/",
                "api/mizan/ctx/%/",
                "api/mizan/ctx/%zz/",
                "api/mizan/ctx/" + "x".repeat(5000) + "/",
                "api/mizan/ctx/{context}/")) {
            var reply = http.send("GET", path);
            assertTrue(reply.status() < 500, brief(path) + ": " + reply);
            clean(reply, path);
        }
    }

    @Test
    void queries_thatDoNotFit_are400_andNameTheParameter() {
        for (var query : List.of(
                "many=1",
                "whole=&many=1",
                "whole&many=1",
                "whole=1&whole=1&many=1",
                "whole=1.0&many=1",
                "whole=%2B1&many=1",
                "whole=1e3&many=1",
                "whole=0x1&many=1",
                "whole=%D9%A1&many=1",
                "whole=2147483648&many=1",
                "whole=%201&many=1",
                "whole=" + "1".repeat(100) + "&many=1")) {
            assertEquals("whole", parameter(query), query);
        }
        for (var query : List.of(
                "whole=%&many=1",
                "whole=%4&many=1",
                "whole=%zz&many=1",
                "whole=%ff&many=1",
                "whole=%c0%af&many=1",
                "whole=%ed%a0%80&many=1")) {
            // Broken encodings are what a server may refuse itself.
            var reply = http.send("GET", "api/mizan/ctx/numbers/?" + query);
            assertTrue(reply.status() == 400, query + ": " + reply);
            if (!reply.header("Content-Type").startsWith(JSON)) {
                System.out.println(Server.name() + " itself refuses " + query + ": " + brief(reply.toString()));
            } else {
                assertEquals("whole", parameter(query), query);
            }
        }
        for (var query : List.of(
                "whole=1&many=1&binary=NaN",
                "whole=1&many=1&binary=Infinity",
                "whole=1&many=1&binary=1e400",
                "whole=1&many=1&binary=1d",
                "whole=1&many=1&binary=.5",
                "whole=1&many=1&binary=1&binary=1")) {
            assertEquals("binary", parameter(query), query);
        }
        for (var query : List.of("whole=1&many=x", "whole=1&many=1&many=", "whole=1&many=1,2", "whole=1")) {
            assertEquals("many", parameter(query), query);
        }
        assertEquals("other", parameter("whole=1&many=1&other=2"));
        assertEquals("?", parameter("whole=1&many=1&%3Cb%3E=2"));
    }

    private String parameter(String query) {
        var error = refused(400, "BAD_REQUEST", http.send("GET", "api/mizan/ctx/numbers/?" + query), query);
        return error.getJsonObject("details").getString("parameter");
    }

    @Test
    void hugeQueries_areRefusedByWhoeverSeesThemFirst() {
        for (var query :
                List.of("name=" + "x".repeat(100_000), "many=1&".repeat(14_000) + "whole=1", "%41=1&".repeat(17_000))) {
            var reply = http.send("GET", "api/mizan/ctx/entry/?" + query);
            assertTrue(reply.status() == 0 || reply.status() < 500, reply.status() + " " + brief(reply.body()));
            clean(reply, "huge");
        }
    }

    @Test
    void headerSplittingValue_isPercentEncoded() {
        var name = "a\\r\\nSet-Cookie: stolen=1\\r\\n\\r\\n<b>";
        var reply = call("{\"fn\":\"write\",\"args\":{\"name\":\"" + name + "\",\"content\":\"x\"}}");
        assertEquals(200, reply.status(), reply.body());
        assertEquals(
                "entry;name=a%0D%0ASet-Cookie%3A%20stolen%3D1%0D%0A%0D%0A%3Cb%3E", reply.header("X-Mizan-Invalidate"));
        assertFalse(reply.headers().containsKey("set-cookie"), reply.toString());
        var comma = call("{\"fn\":\"write\",\"args\":{\"name\":\"a, *;b=c\",\"content\":\"x\"}}");
        assertEquals("entry;name=a%2C%20%2A%3Bb%3Dc", comma.header("X-Mizan-Invalidate"));
        var wide = call("{\"fn\":\"write\",\"args\":{\"name\":\"\u00fc\ud83d\ude00\",\"content\":\"x\"}}");
        assertEquals("entry;name=%C3%BC%F0%9F%98%80", wide.header("X-Mizan-Invalidate"));
    }

    @Test
    void constraintViolations_nameTheirPaths() {
        var order = call("{\"fn\":\"order\",\"args\":{\"order\":{\"address\":{\"zip\":\"x\"},\"notes\":{\"door\":\"\"},"
                + "\"lines\":[{\"product\":\"a\",\"quantity\":1},{\"product\":\" \",\"quantity\":0}]}}}");
        var fields = refused(422, "VALIDATION_FAILED", order, "order")
                .getJsonObject("details")
                .getJsonObject("fields");
        assertEquals(
                Set.of("order.address.zip", "order.lines[1].product", "order.lines[1].quantity", "order.notes[door]"),
                fields.keySet());
        var zip = fields.getJsonArray("order.address.zip").getJsonObject(0);
        assertEquals("Pattern", zip.getString("constraint"));
        assertEquals(Set.of("constraint", "message"), zip.keySet());

        var empty = call(
                "{\"fn\":\"order\",\"args\":{\"order\":{\"address\":{\"zip\":\"12345\"},\"notes\":{},\"lines\":[]}}}");
        assertEquals(Set.of("order.lines"), fields(empty));
        var tags = call("{\"fn\":\"tags\",\"args\":{\"tags\":[\"a\",\"long\",\"c\"],\"count\":10}}");
        assertEquals(Set.of("tags", "tags[1]", "count"), fields(tags));
    }

    private static Set<String> fields(Reply reply) {
        return refused(422, "VALIDATION_FAILED", reply, reply.body())
                .getJsonObject("details")
                .getJsonObject("fields")
                .keySet();
    }

    @Test
    void failuresOfTheInside_are500_andKeepTheirSecrets() throws IOException {
        for (var function : List.of(
                "secret", "exhausted", "halfway", "beyondJavaScript", "notANumber", "nothingAtAll", "halfACharacter")) {
            var error = refused(500, "INTERNAL_ERROR", call("{\"fn\":\"" + function + "\"}"), function);
            assertTrue(Files.readString(Server.log()).contains(error.getString("id")), function);
        }
        var log = Files.readString(Server.log());
        for (var code : List.of("MIZAN-00400", "MIZAN-00401", "MIZAN-00402", "MIZAN-00404")) {
            assertTrue(log.contains(code), code);
        }
        var bundle = refused(500, "INTERNAL_ERROR", http.send("GET", "api/mizan/ctx/broken/"), "bundle");
        assertEquals("halfway", bundle.getJsonObject("details").getString("function"));
    }

    @Test
    void mutationThatFailsAfterItsFirstWrite_wroteAndInvalidatedNothing() {
        call("{\"fn\":\"write\",\"args\":{\"name\":\"kept\",\"content\":\"first\"}}");
        var failed = call("{\"fn\":\"writeAndFail\",\"args\":{\"name\":\"kept\",\"content\":\"second\"}}");
        refused(500, "INTERNAL_ERROR", failed, "writeAndFail");
        assertFalse(failed.headers().containsKey("x-mizan-invalidate"), failed.toString());
        assertEquals(
                "{\"entry\":\"first\"}",
                http.send("GET", "api/mizan/ctx/entry/?name=kept").body());
    }

    @Test
    void otherMethods_are405_withAllow() {
        for (var method : List.of("GET", "PUT", "DELETE", "PATCH", "PROPFIND", "MADEUP")) {
            var reply = http.send(method, "api/mizan/call/", "Content-Length: 0");
            refused(405, "METHOD_NOT_ALLOWED", reply, method);
            assertTrue(reply.header("Allow").contains("POST"), reply.toString());
        }
        for (var path : List.of("api/mizan/session/", "api/mizan/ctx/entry/", "api/mizan/ctx/entry")) {
            for (var method : List.of("POST", "PUT", "DELETE", "MADEUP")) {
                var reply = http.send(method, path, "Content-Length: 0");
                refused(405, "METHOD_NOT_ALLOWED", reply, method + " " + path);
                assertTrue(reply.header("Allow").contains("GET"), reply.toString());
            }
        }
        for (var method : List.of("TRACE")) {
            var reply = http.send(method, "api/mizan/call/");
            assertTrue(reply.status() < 500, method + ": " + reply);
            clean(reply, method);
        }
    }

    @Test
    void headAndOptions_answerAsJakartaRestPrescribes() {
        var get = http.send("GET", "api/mizan/ctx/entry/?name=a");
        var head = http.send("HEAD", "api/mizan/ctx/entry/?name=a");
        assertEquals(200, head.status());
        assertEquals("", head.body());
        assertEquals(get.header("Content-Type"), head.header("Content-Type"));
        assertEquals("no-store", head.header("Cache-Control"));
        assertEquals(405, http.send("HEAD", "api/mizan/call/").status());
        assertEquals(404, http.send("HEAD", "api/mizan/ctx/nobody/").status());

        for (var path : List.of("api/mizan/session/", "api/mizan/ctx/entry/", "api/mizan/call/")) {
            var options = http.send("OPTIONS", path);
            assertTrue(options.status() == 200 || options.status() == 204, options.toString());
            assertTrue(options.header("Allow").contains(path.contains("call") ? "POST" : "GET"), options.toString());
            assertTrue(options.header("Allow").contains("OPTIONS"), options.toString());
            assertEquals("no-store", options.header("Cache-Control"), options.toString());
        }
    }

    @Test
    void clientOfAnotherSchema_is409_whereItWouldBe400Or404() {
        var schema = "X-Mizan-Schema: of-yesterday";
        refused(409, "STALE_CLIENT", http.send("GET", "api/mizan/ctx/nobody/", schema), "context");
        refused(409, "STALE_CLIENT", http.send("GET", "api/mizan/ctx/entry/?nme=a", schema), "parameter");
        refused(409, "STALE_CLIENT", http.send("GET", "api/mizan/gone/", schema), "endpoint");
        refused(409, "STALE_CLIENT", stale("{\"fn\":\"nobody\"}"), "function");
        refused(409, "STALE_CLIENT", stale("{\"fn\":\"twice\",\"args\":{\"n\":\"5\"}}"), "argument");
        refused(403, "FORBIDDEN", stale("{\"fn\":\"inside\"}"), "internal");
        assertEquals(200, stale("{\"fn\":\"runs\"}").status());
    }

    private Reply stale(String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var headers = List.of("Content-Type: " + JSON, "Content-Length: " + bytes.length, "X-Mizan-Schema: yesterday");
        return http.send("POST", "api/mizan/call/", headers, bytes);
    }

    private Reply call(String body) {
        return call(body.getBytes(StandardCharsets.UTF_8));
    }

    private Reply call(byte[] body) {
        return http.post("api/mizan/call/", JSON, body);
    }

    /** A JSON text cut at a string, the bytes, and the end of an echo. */
    private static byte[] text(String begin, int... bytes) {
        var text = new ByteArrayOutputStream();
        text.writeBytes(begin.getBytes(StandardCharsets.UTF_8));
        Arrays.stream(bytes).forEach(text::write);
        text.writeBytes("\"}}".getBytes(StandardCharsets.UTF_8));
        return text.toByteArray();
    }

    /** Asserts the protocol's error (PROTOCOL §5) and gives what is in it. */
    private static JsonObject refused(int status, String code, Reply reply, String what) {
        assertEquals(status, reply.status(), what + ": " + reply);
        assertEquals("no-store", reply.header("Cache-Control"), what + ": " + reply);
        assertEquals("nosniff", reply.header("X-Content-Type-Options"), what + ": " + reply);
        assertTrue(reply.header("Content-Type").startsWith(JSON), what + ": " + reply);
        clean(reply, what);
        try (var reader = Json.createReader(new StringReader(reply.body()))) {
            var body = reader.readObject();
            assertEquals(Set.of("error"), body.keySet(), what);
            var error = body.getJsonObject("error");
            assertEquals(Set.of("code", "message", "details", "id"), error.keySet(), what);
            assertEquals(code, error.getString("code"), what);
            assertFalse(error.getString("id").isEmpty(), what);
            return error;
        }
    }

    /** Nothing of the inside is in what the library wrote; a server's own page (Liberty's) may name its exception. */
    private static void clean(Reply reply, String what) {
        if (!reply.header("Content-Type").startsWith(JSON)) {
            return;
        }
        for (var inside : List.of(Inputs.SECRET, "org.mizan", "java.lang", "jakarta.", "Exception:", "\tat ")) {
            assertFalse(reply.body().contains(inside), brief(what) + " shows " + inside + ": " + reply);
        }
    }

    private static String brief(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
