package org.mizan.codegen.vcl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mizan.codegen.vcl.varnish.Varnish;
import org.mizan.core.manifest.ContextEntry;
import org.mizan.core.manifest.EdgeManifest;

/** A real Varnish with the configurations of manifests that are odd. */
class VarnishManifestsIT {
    private static final String HIT = "Edge; hit";
    private static final String MISS = "Edge; fwd=miss";
    private static final String BYPASS = "Edge; fwd=bypass";

    private static Origin origin;
    private static Varnish odd;

    @BeforeAll
    static void start() throws Exception {
        origin = new Origin();
        try {
            odd = edge(odd(), List.of("X-Client-Cert"));
        } catch (Exception | Error e) {
            origin.close();
            throw e;
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (odd != null) {
            odd.close();
        }
        origin.close();
    }

    private static Varnish edge(EdgeManifest manifest, List<String> credentials) throws Exception {
        var options = new EdgeOptions("127.0.0.1", origin.port(), List.of("127.0.0.1"), credentials, true, true);
        return Varnish.start(VarnishConfiguration.write(manifest, options));
    }

    private static ContextEntry context(String name, Map<String, String> params, List<String> pages) {
        return Manifests.context(name, -1, false, false, pages, params);
    }

    /** Contexts of many parameters, and pages whose addresses say less than they seem to. */
    private static EdgeManifest odd() {
        var text = Manifests.TEXT;
        var integer = Manifests.INTEGER;
        return Manifests.of(
                Map.of(
                        "three", context("three", Map.of("a", text, "b", text, "c", text), List.of()),
                        "four", context("four", Map.of("a", text, "b", text, "c", text, "d", text), List.of()),
                        "shared", Manifests.context("shared", -1, true, false, List.of(), Map.of()),
                        "list",
                                context(
                                        "list",
                                        Map.of("category", text, "page", text),
                                        List.of("/c/:category", "/c/:category-:page", "/r/:category*/:page*")),
                        "number", context("number", Map.of("id", integer), List.of("/both/:id", "/n/:id")),
                        "text", context("text", Map.of("id", text), List.of("/both/:id")),
                        "global",
                                Manifests.context(
                                        "global",
                                        -1,
                                        false,
                                        false,
                                        List.of("/g/:id", "/n/:id", "/c/:category"),
                                        Map.of("lang", text)),
                        "good",
                                Manifests.context(
                                        "good",
                                        -1,
                                        false,
                                        false,
                                        List.of("/g/:id"),
                                        Map.of("id", integer),
                                        Manifests.view("goodPage", "/g/:id", "id", "lang")),
                        "own",
                                Manifests.context(
                                        "own",
                                        -1,
                                        false,
                                        true,
                                        List.of("/c/mine", "/c/:category/mine"),
                                        Map.of(),
                                        Manifests.view("minePage", "/c/mine"))),
                Map.of("all", Manifests.mutation("four", null, "a", "b", "c", "d")));
    }

    private static HttpResponse<String> get(Varnish edge, String path, String... headers) throws Exception {
        return VarnishShop.send(edge.root(), "GET", path, headers);
    }

    private static String page(String path) throws Exception {
        var answer = get(odd, path, "Accept", VarnishShop.HTML);
        assertEquals(200, answer.statusCode(), path);
        return VarnishShop.status(answer);
    }

    private static void keepPage(String path) throws Exception {
        page(path);
        assertEquals(HIT, page(path), path);
    }

    private static String purge(String targets) throws Exception {
        return VarnishShop.send(odd.root(), "PURGE", "/", "X-Mizan-Invalidate", targets)
                .body();
    }

    @Test
    void manifestOfNothing_passesEverything() throws Exception {
        try (var edge = edge(Manifests.of(Map.of(), Map.of()), List.of())) {
            for (int i = 0; i < 2; i++) {
                assertEquals(BYPASS, VarnishShop.status(get(edge, "api/mizan/ctx/brief/")));
            }
            assertEquals(
                    200,
                    VarnishShop.send(edge.root(), "PURGE", "/", "X-Mizan-Invalidate", "a;b=1")
                            .statusCode());
        }
    }

    @Test
    void contextsWithoutParameters_areKeptAndPurged() throws Exception {
        var brief = Map.of("brief", context("brief", Map.of(), List.of()));
        try (var edge = edge(Manifests.of(brief, Map.of()), List.of())) {
            for (var expected : List.of(MISS, HIT)) {
                assertEquals(expected, VarnishShop.status(get(edge, "api/mizan/ctx/brief/")));
            }
            assertEquals(
                    "Purged 1\n",
                    VarnishShop.send(edge.root(), "PURGE", "/", "X-Mizan-Invalidate", "brief;x=1")
                            .body());
            assertEquals(MISS, VarnishShop.status(get(edge, "api/mizan/ctx/brief/")));
        }
    }

    /** A longer text is more than Varnish has room for: then it is everything, and never an error that purges nothing. */
    @ParameterizedTest
    @CsvSource({"three, 3", "four, 4"})
    void longTargetsOfManyParameters_arePurged(String context, int params) throws Exception {
        var names = List.of("a", "b", "c", "d").subList(0, params);
        var cookies = "c=" + "c".repeat(6_000);
        for (int length : new int[] {1, 10, 20, 40, 100, 300, 440, 600}) {
            for (int count : new int[] {64, 30, 10, 3, 1}) {
                var targets = IntStream.range(0, count)
                        .mapToObj(i -> names.stream()
                                .map(name -> ";" + name + "=" + "v".repeat(length) + i)
                                .collect(Collectors.joining("", context, "")))
                        .toList();
                var header = String.join(", ", targets);
                if (header.length() > 7_500) {
                    continue;
                }
                var last = "api/mizan/ctx/" + context + "/?"
                        + targets.get(count - 1).substring(context.length() + 1).replace(";", "&");
                boolean kept = last.length() < 1_400;
                get(odd, last);
                assertEquals(kept ? HIT : BYPASS, VarnishShop.status(get(odd, last)), count + " of " + length);
                var answer = VarnishShop.send(
                        odd.root(), "POST", "form?" + "q".repeat(1_000), "Test-Invalidate", header, "Cookie", cookies);
                assertEquals(200, answer.statusCode(), count + " of " + length);
                assertEquals(kept ? MISS : BYPASS, VarnishShop.status(get(odd, last)), count + " of " + length);
            }
        }
    }

    /** Each of these characters is three in a tag, and each parameter is in half of the tags. */
    @ParameterizedTest
    @ValueSource(strings = {"!", "'", "(", "!'()*+"})
    void addressThatGrows_isAnswered(String characters) throws Exception {
        for (var context : List.of("three", "four")) {
            for (int length : new int[] {120, 300, 470}) {
                var text = characters.repeat(length / characters.length());
                var path = "api/mizan/ctx/" + context + "/?a=" + text + "&b=" + text + "&c=" + text;
                assertEquals(200, get(odd, path).statusCode(), context + " " + length);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c/mine", "c/x/mine", "c/x-1", "r/x/y", "both/5"})
    void addressesThatOthersAnswer_orThatSayTooLittle_pass(String path) throws Exception {
        for (int i = 0; i < 2; i++) {
            assertEquals(BYPASS, page(path));
        }
    }

    @Test
    void listedAddress_isKept_unlessAViewOfOtherContextsMadeThePage() throws Exception {
        keepPage("c/x");
        purge("*");
        for (var made : List.of("minePage", "goodPage", "other goodPage", "goodPage other, list")) {
            origin.answers("/c/y", 200, "text/html", Map.of("X-Mizan-Page", made));
            page("c/y");
            assertTrue(!page("c/y").equals(HIT), made);
            Thread.sleep(1_100);
        }
        origin.answers("/c/y", 200, "text/html", Map.of("X-Mizan-Page", "anotherPage, good;id=5"));
        keepPage("c/y");
        assertEquals("Purged 1\n", purge("good;id=5"));
    }

    /** A page shows it with its defaults, whatever a parameter of the same name says in its address. */
    @Test
    void globalOfAPage_hasNoParameters() throws Exception {
        origin.answers("/g/5", 200, "text/html", Map.of("X-Mizan-Page", "goodPage"));
        for (var target : List.of("global;lang=de", "global;lang=en", "global", "good;id=5")) {
            keepPage("g/5?lang=en");
            assertEquals("Purged 1\n", purge(target), target);
        }
        keepPage("g/5?lang=en");
        assertEquals("Purged 0\n", purge("good;id=6"));
    }

    @Test
    void furtherCredentials_pass_orAreTakenAwayWhereAllShare() throws Exception {
        var path = "api/mizan/ctx/three/";
        get(odd, path);
        assertEquals(HIT, VarnishShop.status(get(odd, path)));
        assertEquals(BYPASS, VarnishShop.status(get(odd, path, "X-Client-Cert", "ada")));
        get(odd, "api/mizan/ctx/shared/");
        assertEquals(HIT, VarnishShop.status(get(odd, "api/mizan/ctx/shared/", "X-Client-Cert", "ada")));
    }
}
