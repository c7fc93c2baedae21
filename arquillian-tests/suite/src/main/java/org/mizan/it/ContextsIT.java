package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mizan.it.app.input.naming.Carts;
import org.mizan.it.app.input.types.Types;

/** What contexts answer, and how arguments of every type travel (PROTOCOL §§3 and 4). */
@ExtendWith(ArquillianExtension.class)
class ContextsIT {
    private static final String EVERYTHING =
            "{\"absent\":null,\"binary\":1e+21,\"bySize\":{\"LARGE\":\"l\",\"SMALL\":\"s\"},"
                    + "\"bytes\":\"AP8Q\",\"count\":\"123456789012345678901234567890\",\"day\":\"2024-02-29\","
                    + "\"duration\":\"PT1H30M\",\"flag\":true,\"home\":\"https://example.org/a?b=c#d\","
                    + "\"huge\":\"9223372036854775807\",\"id\":\"0b8a7f0e-6d5c-4b3a-9281-70f6e5d4c3b2\","
                    + "\"instant\":\"2024-02-29T12:30:00.123Z\",\"json\":{\"a\":[null,1.5,{\"b\":\"c\"}]},\"large\":9007199254740991,"
                    + "\"letter\":\"\u00e9\",\"local\":\"2024-02-29T12:30:00\",\"moment\":\"2024-02-29T12:30:00+02:00\","
                    + "\"numbers\":[1,2,3],\"parts\":[{\"inner\":{\"inner\":null,\"name\":\"b\"},\"name\":\"a\"}],\"present\":-5,"
                    + "\"price\":\"19.90\",\"rough\":0.5,\"size\":\"LARGE\",\"small\":-32768,"
                    + "\"table\":{\"x\":[1,2],\"y\":[]},\"text\":\"\\\"\\\\/\u00e9\ud83d\ude00\\n\",\"tiny\":-128,\"whole\":2147483647}";

    private final Site site = Site.of("types");

    @Deployment(name = "types", order = 1, testable = false)
    static WebArchive types() {
        return Wars.app("types").addPackage(Types.class.getPackage());
    }

    @Deployment(name = "naming", order = 2, testable = false)
    static WebArchive naming() {
        return Wars.app("naming")
                .addPackage(Carts.class.getPackage())
                .addAsResource(new StringAsset("mizan.naming=snake_case\n"), "META-INF/microprofile-config.properties");
    }

    @Test
    void functions_runInTheOrderOfTheirNames_withTheUnionOfTheParameters() {
        var first = bundle("union", "required=1");
        int start = Integer.parseInt(first.replaceAll(".*\"beta\":([0-9]+).*", "$1"));
        assertEquals("{\"beta\":" + start + ",\"gamma\":" + (start + 1) + ",\"zeta\":" + (start + 2) + "}", first);
        assertEquals(200, get("union", "page=2&optional=x&required=1").statusCode());
        assertEquals("required", parameter("union", ""));
        assertEquals("required", parameter("union", "page=2"));
        assertEquals("more", parameter("union", "required=1&more=1"));
        assertEquals("page", parameter("union", "required=1&page="));
    }

    @Test
    void texts_areReadByTheDeclaredType() {
        coerced("whole=5", "whole", "5");
        coerced("whole=-0007", "whole", "-7");
        coerced("whole=-2147483648", "whole", "-2147483648");
        coerced("large=00009223372036854775807", "large", "9223372036854775807");
        coerced("price=-0019.90", "price", "-19.90");
        coerced("price=" + "9".repeat(64), "price", "9".repeat(64));
        coerced("binary=1.5e3", "binary", "1500.0");
        coerced("binary=1E-2", "binary", "0.01");
        coerced("binary=1e%2B3", "binary", "1000.0");
        coerced("flag=true", "flag", "true");
        coerced("flag=false", "flag", "false");
        coerced("size=LARGE", "size", "LARGE");
        coerced("id=0B8A7F0E-6D5C-4B3A-9281-70F6E5D4C3B2", "id", "0b8a7f0e-6d5c-4b3a-9281-70f6e5d4c3b2");
        coerced("day=2024-02-29", "day", "2024-02-29");
        coerced("instant=2024-02-29T12:30:00Z", "instant", "2024-02-29T12:30:00Z");
        coerced("text=a+b%2B%C3%A9%26%3D", "text", "a b+\u00e9&=");
        coerced("text=", "text", "");
        coerced("text", "text", "");
        coerced("%74ext=a", "text", "a");
        coerced("many=3", "many", "[3]");
        coerced("many=3&many=1&many=02", "many", "[3, 1, 2]");
        coerced("sizes=LARGE&sizes=SMALL", "sizes", "[LARGE, SMALL]");
        assertEquals("{\"coerced\":{}}", bundle("coerced", ""));
        assertEquals("{\"coerced\":{}}", bundle("coerced", "&&"));
    }

    private void coerced(String query, String name, String value) {
        assertEquals("{\"coerced\":{\"" + name + "\":\"" + value + "\"}}", bundle("coerced", query));
    }

    @Test
    void texts_thatDoNotFit_areRefused() {
        for (var query : new String[] {
            "whole=5.0",
            "whole=+5",
            "large=9223372036854775808",
            "price=1e3",
            "price=.5",
            "price=1.",
            "price=" + "9".repeat(65),
            "binary=NaN",
            "flag=TRUE",
            "flag=1",
            "flag=",
            "size=large",
            "size=MEDIUM",
            "id=0b8a7f0e",
            "day=2023-02-29",
            "day=29.02.2024",
            "instant=2024-02-29",
            "many=1&many=x",
            "sizes=LARGE&sizes=",
            "text=a&text=b"
        }) {
            assertEquals(query.substring(0, query.indexOf('=')), parameter("coerced", query), query);
        }
    }

    @Test
    void bundle_isDeterministic() {
        var expected =
                "{\"map\":{\"10\":1,\"9\":1,\"B\":1,\"a\":1,\"b\":1,\"\u00e9\":1,\"\ud83d\ude00\":1,\"\ufb00\":1},"
                        + "\"set\":[\"B\",\"a\",\"b\",\"\u00e9\",\"\ufb00\",\"\ud83d\ude00\"]}";
        for (int seed = 0; seed < 8; seed++) {
            assertEquals(expected, bundle("order", "seed=" + seed + "&salt=x"));
            assertEquals(expected, bundle("order", "salt=x&seed=0" + seed));
        }
    }

    @Test
    void finalSlash_isOptional() {
        assertEquals(
                bundle("coerced", "whole=1"),
                site.get("api/mizan/ctx/coerced?whole=1").body());
    }

    @Test
    void bundle_isRefusedAsAWhole_andNamesTheFunction() {
        var refused = get("failing", "id=1");
        assertEquals(409, refused.statusCode());
        assertTrue(refused.body().contains("\"details\":{\"by\":\"Ada\",\"function\":\"second\"}"), refused.body());
        assertTrue(refused.body().contains("\"code\":\"TAKEN\""), refused.body());
        assertEquals("no-store", refused.headers().firstValue("Cache-Control").orElse(""));
    }

    @Test
    void everyType_goesInAndComesOut() {
        assertEquals("{\"result\":" + EVERYTHING + "}", call("same", "{\"value\":" + EVERYTHING + "}"));
        var parts = "[{\"inner\":null,\"name\":\"a\"},{\"inner\":{\"inner\":null,\"name\":\"c\"},\"name\":\"b\"}]";
        assertEquals("{\"result\":" + parts + "}", call("parts", "{\"parts\":" + parts + "}"));
        assertEquals("{\"result\":[]}", call("parts", "{\"parts\":[]}"));
        assertEquals("{\"result\":{\"a\":1,\"b\":2}}", call("table", "{\"table\":{\"b\":2,\"a\":1}}"));
        for (var json : new String[] {"null", "true", "1.5", "\"x\"", "[1,[2]]", "{\"a\":{\"b\":null}}"}) {
            assertEquals("{\"result\":" + json + "}", call("json", "{\"json\":" + json + "}"));
        }
        assertEquals("{\"result\":{\"a\":1,\"b\":2}}", call("object", "{\"object\":{\"b\":2,\"a\":1}}"));
        assertEquals("{\"result\":\"EP8A\"}", call("bytes", "{\"bytes\":\"AP8Q\"}"));
        assertEquals("{\"result\":\"20.00\"}", call("price", "{\"price\":\"19.90\"}"));
        assertEquals("{\"result\":[1,4,9]}", call("squares", "{\"numbers\":[1,2,3]}"));
        assertEquals("{\"result\":null}", call("nothing", "{}"));
        assertEquals("{\"result\":\"here\"}", call("maybe", "{\"present\":true}"));
        assertEquals("{\"result\":null}", call("maybe", "{\"present\":false}"));
    }

    @Test
    void everyType_refusesAnother() {
        for (var wrong : new String[] {
            "\"price\":\"19.90\"|\"price\":19.90",
            "\"tiny\":-128|\"tiny\":-129",
            "\"small\":-32768|\"small\":32768",
            "\"large\":9007199254740991|\"large\":9223372036854775808",
            "\"huge\":\"9223372036854775807\"|\"huge\":5",
            "\"letter\":\"\u00e9\"|\"letter\":\"ab\"",
            "\"size\":\"LARGE\"|\"size\":\"large\"",
            "\"size\":\"LARGE\"|\"size\":1",
            "\"bytes\":\"AP8Q\"|\"bytes\":\"A\"",
            "\"day\":\"2024-02-29\"|\"day\":\"2024-2-29\"",
            "\"day\":\"2024-02-29\"|\"day\":20240229",
            "\"LARGE\":\"l\"|\"HUGE\":\"l\"",
            "\"numbers\":[1,2,3]|\"numbers\":[1,null]",
            "\"numbers\":[1,2,3]|\"numbers\":{}",
            "\"present\":-5|\"present\":\"-5\"",
            "\"rough\":0.5|\"rough\":1e39",
            "\"home\":\"https://example.org/a?b=c#d\"|\"home\":\"a b\""
        }) {
            var change = wrong.split("\\|");
            assertTrue(EVERYTHING.contains(change[0]), change[0]);
            var body = EVERYTHING.replace(change[0], change[1]);
            var answer = post("types", "{\"fn\":\"same\",\"args\":{\"value\":" + body + "}}");
            assertEquals(400, answer.statusCode(), wrong + ": " + answer.body());
        }
    }

    @Test
    void absentArguments_haveTheirDefaults() {
        assertEquals("{\"result\":\"7 SMALL 2024-02-29 - -1\"}", call("defaults", "{}"));
        assertEquals(
                "{\"result\":\"7 SMALL 2024-02-29 - -1\"}",
                call("defaults", "{\"whole\":null,\"size\":null,\"day\":null,\"named\":null,\"number\":null}"));
        assertEquals(
                "{\"result\":\"8 LARGE 2024-03-01 x 9\"}",
                call(
                        "defaults",
                        "{\"whole\":8,\"size\":\"LARGE\",\"day\":\"2024-03-01\",\"named\":\"x\",\"number\":9}"));
        var javaName = post("types", "{\"fn\":\"defaults\",\"args\":{\"renamed\":\"x\"}}");
        assertEquals(400, javaName.statusCode());
    }

    @Test
    void snakeCase_namesFunctionsContextsAndParameters_notMembers() {
        var naming = Site.of("naming");
        assertEquals(
                "{\"cart_view\":{\"itemCount\":3}}",
                naming.get("api/mizan/ctx/shop_cart/?cart_id=3").body());
        assertEquals(404, naming.get("api/mizan/ctx/shopCart/?cart_id=3").statusCode());
        assertEquals(400, naming.get("api/mizan/ctx/shop_cart/?cartId=3").statusCode());
        var call = post("naming", "{\"fn\":\"add_item\",\"args\":{\"cart_id\":3,\"new_item\":{\"itemCount\":1}}}");
        assertEquals(
                "{\"invalidate\":[{\"context\":\"shop_cart\",\"params\":{\"cart_id\":3}}],\"result\":null}",
                call.body());
        assertEquals(
                "shop_cart;cart_id=3",
                call.headers().firstValue("X-Mizan-Invalidate").orElse(""));
        assertEquals(404, post("naming", "{\"fn\":\"addItem\",\"args\":{}}").statusCode());
    }

    private HttpResponse<String> get(String context, String query) {
        return site.get("api/mizan/ctx/" + context + "/?" + query);
    }

    private String bundle(String context, String query) {
        var answer = get(context, query);
        assertEquals(200, answer.statusCode(), query + ": " + answer.body());
        assertEquals(
                "application/json",
                answer.headers().firstValue("Content-Type").orElse("").split(";")[0]);
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
        return answer.body();
    }

    private String parameter(String context, String query) {
        var answer = get(context, query);
        assertEquals(400, answer.statusCode(), query + ": " + answer.body());
        return answer.body().replaceAll(".*\"parameter\":\"([^\"]*)\".*", "$1");
    }

    private String call(String function, String args) {
        var answer = post("types", "{\"fn\":\"" + function + "\",\"args\":" + args + "}");
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private static HttpResponse<String> post(String application, String body) {
        return Site.of(application).post("api/mizan/call/", "application/json", body);
    }
}
