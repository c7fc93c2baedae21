package org.mizan.core.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mizan.core.call.ShopFixture.code;
import static org.mizan.core.call.ShopFixture.error;

import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mizan.core.protocol.ErrorCode;
import org.mizan.core.protocol.ScopeValue;
import org.mizan.core.protocol.Target;
import org.mizan.core.protocol.TargetSet;
import org.mizan.spi.BeanInvoker.Violation;

/** PROTOCOL §3 and §5. */
class CallsTest {
    private final ShopFixture shop = new ShopFixture();

    private static final String ECHO = "{\"fn\":\"echo\",\"args\":{\"text\":\"hi\"}}";

    @Test
    void call_answered_hasTheResult() {
        assertEquals(new Answer(200, "{\"result\":\"hi\"}"), shop.call(ECHO));
        assertEquals(List.of("echo"), shop.shop.ran);
    }

    @Test
    void voidFunction_withoutArgs_answersNull() {
        assertEquals(new Answer(200, "{\"result\":null}"), shop.call("{\"fn\":\"nothing\"}"));
        assertEquals(new Answer(200, "{\"result\":null}"), shop.call("{\"args\":{},\"fn\":\"nothing\"}"));
    }

    @Test
    void targets_ofTheCall_areInTheBody() {
        var five = new ScopeValue(Json.createValue(5), "5");
        var builder = new TargetSet.Builder();
        builder.add(new Target("cart", null, new TreeMap<>(Map.of("cartId", five))));
        builder.add(Target.broad("user"));
        shop.invalidated = builder.build();
        assertEquals(
                "{\"invalidate\":[{\"context\":\"cart\",\"params\":{\"cartId\":5}},\"user\"],\"result\":null}",
                shop.call("{\"fn\":\"nothing\"}").body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "\"echo\"",
                "{}",
                "{\"fn\":1}",
                "{\"fn\":null}",
                "{\"fn\":\"nothing\",\"args\":[]}",
                "{\"fn\":\"nothing\",\"args\":null}",
                "{\"fn\":\"nothing\",\"arg\":{}}",
                "{\"fn\":\"nothing\",\"id\":1}",
                "{\"fn\":\"nothing\",\"fn\":\"nothing\"}",
                "{\"fn\":\"nothing\"}{}",
                "{\"fn\":\"nothing\"} x",
                "{\"fn\":\"nothing\",\"args\":{\"a\":1}}",
                "{\"fn\":\"echo\"}",
                "{\"fn\":\"echo\",\"args\":{\"text\":1}}",
                "{\"fn\":\"echo\",\"args\":{\"text\":\"a\",\"text\":\"a\"}}",
                "{\"fn\":\"echo\",\"args\":{\"text\":\"\\ud800\"}}",
                "{\"fn\":\"echo\",\"args\":{\"text\":\"a\",\"address\":{\"zip\":5}}}",
            })
    void badBody_refused_400AndDoesNotRun(String body) {
        assertEquals("400 BAD_REQUEST", code(shop.call(body)));
        assertEquals(List.of(), shop.shop.ran);
    }

    @Test
    void invalidUtf8AndDepth_refused_400() {
        var bytes = new byte[] {'{', '"', (byte) 0xFF, '"', '}'};
        assertEquals(
                "400 BAD_REQUEST", code(shop.call("application/json", bytes.length, new ByteArrayInputStream(bytes))));
        assertEquals("400 BAD_REQUEST", code(shop.call("[".repeat(150))));
    }

    @Test
    void badArgument_refused_namesTheParameter() {
        var error = error(shop.call("{\"fn\":\"echo\",\"args\":{\"text\":\"a\",\"address\":{\"zip\":5}}}"));
        assertEquals("address.zip", error.getJsonObject("details").getString("parameter"));
        assertEquals("Parameter 'address.zip' expects a string.", error.getString("message"));
        var unknown = shop.call("{\"fn\":\"echo\",\"args\":{\"text\":\"a\",\"<script>\":5}}");
        assertFalse(unknown.body().contains("script"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none,415",
                "text/plain,415",
                "application/x-www-form-urlencoded,415",
                "application/jsonp,415",
                "application/json+x,415",
                "application/json;charset=iso-8859-1,415",
                "application/json; a=b; CHARSET=\"UTF-16\",415",
                "application/json,200",
                "Application/JSON ; charset=UTF-8,200",
                "application/json;charset=\"utf-8\",200",
                "application/json; boundary=x,200"
            })
    void contentType_checked_isJsonInUtf8(String type, int status) {
        var answer = shop.call(type, ECHO);
        assertEquals(status, answer.status());
        assertEquals(status == 415 ? "415 UNSUPPORTED_MEDIA_TYPE" : "", status == 415 ? code(answer) : "");
    }

    /** A body that must not be read beyond so many bytes. */
    private static InputStream failingAfter(int bytes) {
        return new InputStream() {
            private int left = bytes;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("read too far");
                }
                return ' ';
            }
        };
    }

    @Test
    void bodyTooLarge_byItsLength_isRefusedUnread() {
        assertEquals(
                "413 PAYLOAD_TOO_LARGE", code(shop.call("application/json", ShopFixture.MOST + 1, failingAfter(0))));
    }

    @Test
    void bodyTooLarge_byCounting_isNotReadToItsEnd() {
        assertEquals(
                "413 PAYLOAD_TOO_LARGE", code(shop.call("application/json", -1, failingAfter(ShopFixture.MOST + 1))));
        assertEquals(
                "413 PAYLOAD_TOO_LARGE", code(shop.call("application/json", 5, failingAfter(ShopFixture.MOST + 1))));
    }

    /** A client that goes away, or chunks that are none, were an error of the server: 500 and a stack trace in the log. */
    @Test
    void bodyThatCannotBeRead_isTheClientsFault() {
        assertEquals("400 BAD_REQUEST", code(shop.call("application/json", 100, failingAfter(50))));
        assertEquals("400 BAD_REQUEST", code(shop.call("application/json", -1, failingAfter(0))));
    }

    @Test
    void bodyOfExactlyTheLimit_read_isAnswered() {
        var body = ECHO + " ".repeat(ShopFixture.MOST - ECHO.length());
        assertEquals(200, shop.call(body).status());
        assertEquals(413, shop.call(body + " ").status());
    }

    @Test
    void function_unknownOrAView_isNotFound() {
        assertEquals("404 NOT_FOUND", code(shop.call("{\"fn\":\"nope\"}")));
        assertEquals("404 NOT_FOUND", code(shop.call("{\"fn\":\"shopView\"}")));
        assertFalse(shop.call("{\"fn\":\"<script>\"}").body().contains("script"));
    }

    @Test
    void internalFunction_called_isForbiddenBeforeRoles() {
        assertEquals("403 FORBIDDEN", code(shop.call("{\"fn\":\"hidden\",\"args\":{}}")));
        assertEquals("403 FORBIDDEN", code(shop.as("admin").call("{\"fn\":\"hidden\",\"args\":{\"must\":1}}")));
    }

    @Test
    void roles_checked_tellNobodyFromSomebody() {
        var call = "{\"fn\":\"administer\",\"args\":{\"cartId\":5}}";
        assertEquals("401 UNAUTHORIZED", code(shop.call(call)));
        assertEquals("403 FORBIDDEN", code(shop.as("user").call(call)));
        assertEquals(200, shop.as("admin").call(call).status());
        assertEquals("401 UNAUTHORIZED", code(new ShopFixture().call("{\"fn\":\"signedIn\"}")));
        assertEquals(200, shop.as().call("{\"fn\":\"signedIn\"}").status());
        assertEquals("403 FORBIDDEN", code(shop.as("admin").call("{\"fn\":\"nobody\"}")));
        assertEquals("401 UNAUTHORIZED", code(new ShopFixture().call("{\"fn\":\"nobody\"}")));
    }

    @Test
    void guard_asked_seesTheBoundArguments() {
        shop.as("admin");
        assertEquals("403 FORBIDDEN", code(shop.call("{\"fn\":\"administer\",\"args\":{\"cartId\":6}}")));
        assertEquals(List.of(Map.of("cartId", 6L)), shop.guard.seen);
        assertEquals(List.of(), shop.shop.ran);
    }

    private static final Violation VIOLATION = new Violation(1, "zip", "must match", "Pattern");

    @Test
    void violations_found_areFieldsByPath() {
        shop.violations = List.of(
                VIOLATION,
                new Violation(1, "zip", "must not be blank", "NotBlank"),
                new Violation(0, "", "too long \uD800", "Size"),
                new Violation(1, "[2].sku", "no", "NotNull"),
                new Violation(-1, "", "together", "Consistent"));
        var answer = shop.call(ECHO);
        assertEquals("422 VALIDATION_FAILED", code(answer));
        assertEquals(
                "{\"\":[{\"constraint\":\"Consistent\",\"message\":\"together\"}],"
                        + "\"address.zip\":[{\"constraint\":\"Pattern\",\"message\":\"must match\"},"
                        + "{\"constraint\":\"NotBlank\",\"message\":\"must not be blank\"}],"
                        + "\"address[2].sku\":[{\"constraint\":\"NotNull\",\"message\":\"no\"}],"
                        + "\"text\":[{\"constraint\":\"Size\",\"message\":\"too long ?\"}]}",
                error(answer).getJsonObject("details").getJsonObject("fields").toString());
        assertEquals(List.of(), shop.shop.ran);
    }

    /** Each request has everything wrong from its step on: the first check answers. */
    @Test
    void checks_severalFailing_answerInTheOrderOfTheProtocol() {
        shop.violations = List.of(VIOLATION);
        shop.token = new Refusal(ErrorCode.UNAUTHORIZED, "The token has expired.");
        assertEquals("401 UNAUTHORIZED", code(shop.call("text/plain", 10_000, failingAfter(0))));
        shop.token = null;
        assertEquals("415 UNSUPPORTED_MEDIA_TYPE", code(shop.call("text/plain", 10_000, failingAfter(0))));
        assertEquals("413 PAYLOAD_TOO_LARGE", code(shop.call("application/json", 10_000, failingAfter(0))));
        assertEquals("400 BAD_REQUEST", code(shop.call("{\"fn\":\"nope\",\"x\":1}")));
        assertEquals("404 NOT_FOUND", code(shop.call("{\"fn\":\"nope\",\"args\":1}")));
        assertEquals("403 FORBIDDEN", code(shop.call("{\"fn\":\"hidden\",\"args\":1}")));
        assertEquals("401 UNAUTHORIZED", code(shop.call("{\"fn\":\"administer\",\"args\":1}")));
        shop.as("user");
        assertEquals("403 FORBIDDEN", code(shop.call("{\"fn\":\"administer\",\"args\":1}")));
        shop.as("admin");
        assertEquals("400 BAD_REQUEST", code(shop.call("{\"fn\":\"administer\",\"args\":{\"cartId\":\"6\"}}")));
        assertEquals(List.of(), shop.guard.seen);
        assertEquals("403 FORBIDDEN", code(shop.call("{\"fn\":\"administer\",\"args\":{\"cartId\":6}}")));
        assertEquals("422 VALIDATION_FAILED", code(shop.call("{\"fn\":\"administer\",\"args\":{\"cartId\":5}}")));
        assertEquals(List.of(), shop.shop.ran);
    }

    private Answer fails(String how) {
        return shop.call("{\"fn\":\"fails\",\"args\":{\"how\":\"" + how + "\"}}");
    }

    @Test
    void applicationsOwnError_answered_keepsCodeMessageAndDetails() {
        var answer = fails("application");
        assertEquals("409 OUT_OF_STOCK", code(answer));
        assertEquals("Sold out.", error(answer).getString("message"));
        assertEquals("{\"left\":0}", error(answer).getJsonObject("details").toString());
    }

    @Test
    void applicationsOwnError_thatNoJsonCarries_isStillAnswered() {
        assertEquals("400 BIG", code(fails("big")));
        assertEquals("{}", error(fails("big")).getJsonObject("details").toString());
        assertEquals("half ? pair", error(fails("surrogate")).getString("message"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"checked", "error", "state"})
    void unexpectedFailure_answered_saysNothingOfTheInside(String how) {
        var answer = fails(how);
        assertEquals("500 INTERNAL_ERROR", code(answer));
        assertFalse(answer.body().contains("secret"), answer.body());
        assertFalse(answer.body().contains("Exception"), answer.body());
        assertEquals(Set.of("code", "details", "id", "message"), error(answer).keySet());
        assertEquals(36, error(answer).getString("id").length());
    }

    @Test
    void resultThatCannotBeWritten_answered_isAWholeInternalError() {
        var answer = shop.call("{\"fn\":\"unwritable\"}");
        assertEquals("500 INTERNAL_ERROR", code(answer));
        assertFalse(answer.body().contains("secret"));
        assertTrue(answer.body().startsWith("{\"error\":"));
    }

    @Test
    void clientOfAnotherSchema_isStaleInsteadOf400And404Only() {
        shop.schema = "other";
        assertEquals("409 STALE_CLIENT", code(shop.call("{\"fn\":\"nope\"}")));
        assertEquals("409 STALE_CLIENT", code(shop.call("{\"fn\":\"echo\"}")));
        assertEquals("401 UNAUTHORIZED", code(shop.call("{\"fn\":\"administer\"}")));
        assertEquals("409 OUT_OF_STOCK", code(fails("application")));
        assertEquals(200, shop.call(ECHO).status());
        shop.schema = ShopFixture.REGISTRY.hash();
        assertEquals("404 NOT_FOUND", code(shop.call("{\"fn\":\"nope\"}")));
    }

    @Test
    void utf8_inAnAnswer_isAsItCame() {
        var body = "{\"fn\":\"echo\",\"args\":{\"text\":\"ä\uD83D\uDE00\"}}";
        assertEquals("{\"result\":\"ä\uD83D\uDE00\"}", shop.call(body).body());
        assertEquals(body, new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }
}
