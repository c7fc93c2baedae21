package org.mizan.codegen.vcl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pages are kept, and what outdates them. */
class VarnishPagesIT extends VarnishShop {
    /** What the page of product 5 shows beside it. */
    private static final String ADDED = "productPage, catalog;category=kn%C3%AFves;sort=NAME, product;productId=77,"
            + " report;month=2;year=2024, brief";

    private static void shows(String path, String page) {
        origin.answers("/" + path, 200, "text/html", Map.of("X-Mizan-Page", page));
    }

    @Test
    void page_isKept_whenTheFunctionOfItsRouteMadeIt() throws Exception {
        origin.answers("/products/5", 200, "text/html", Map.of("X-Mizan-Page", "productPage"));
        origin.answers("/products/6", 200, "text/html", Map.of());
        origin.answers("/products/7", 200, "text/html", Map.of("X-Mizan-Page", "other"));
        origin.answers(
                "/products/9", 200, "text/html", Map.of("X-Mizan-Page", "productPage", "Vary", "Accept-Language"));
        fill("products/5", "products/5?tab=more");
        assertNeverKept("products/6", "Accept", HTML);
        assertNeverKept("products/7", "Accept", HTML);
        fill("products/9");
        assertNeverKept("products/5?utm=1", "Accept", HTML);
        assertNeverKept("products/5?productId=5", "Accept", HTML);
        assertNeverKept("products/5", "Accept", "application/json");
        fill("shelf/5");
        assertTrue(page("products/5").headers().firstValue("X-Mizan-Page").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "product;productId=5",
                "product;productId=77",
                "product.productPrice;productId=77",
                "product.productPrice",
                "product",
                "catalog;category=kn%C3%AFves",
                "catalog;category=kn%C3%AFves;sort=NAME",
                "catalog.catalogPage;category=kn%C3%AFves",
                "catalog;sort=NAME",
                "catalog;category=kn%C3%AFves;page=2",
                "catalog;page=3",
                "catalog;search=x",
                "catalog;page=3;search=x",
                "catalog",
                "report;month=2;year=2024",
                "report;year=2024",
                "report;month=2",
                "report",
                "user;userId=1, product;productId=6, report;year=2024",
                "nowhere",
                "*"
            })
    void addedContexts_outdateThePage(String target) throws Exception {
        shows("products/5", ADDED.replace(", brief", ""));
        fill("products/5");
        purge(target);
        assertGone("products/5");
        assertKept("products/5");
        assertEquals(200, send("POST", target).statusCode());
        assertGone("products/5");
    }

    @Test
    void whatAddedContextsDoNotCover_leavesThePage() throws Exception {
        shows("products/5", ADDED.replace(", brief", ""));
        shows("products/6", "productPage");
        fill("products/5", "products/6");
        for (var target : List.of(
                "product;productId=7",
                "product;productId=777",
                "product;productId=-77",
                "catalog;category=pots",
                "catalog;category=kn%C3%AFve",
                "catalog;category=kn%C3%AFves;sort=PRICE",
                "catalog;sort=PRICE",
                "report;year=2023",
                "report;month=2;year=2023",
                "report;month=24",
                "brief",
                "user;userId=5",
                "rates")) {
            assertEquals("Purged 0\n", purge(target).body(), target);
            assertKept("products/5");
        }
        purge("catalog, report, product;productId=77");
        assertKept("products/6");
        assertGone("products/5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "productPage, user;userId=5",
                "productPage, product;productId=6, user",
                "productPage, rates",
                "productPage, nowhere",
                "productPage, *",
                "productPage, product;productId=06",
                "productPage, product;productId=%36",
                "productPage, product;productId=six",
                "productPage, product;productId=6;productId=6",
                "productPage, product;productId",
                "productPage, product;other=6",
                "productPage, product;productId=6;other=6",
                "productPage, product.productPrice;productId=6",
                "productPage, product productId=6",
                "productPage, catalog;sort=NAME;category=x",
                "productPage, catalog;category=%c3%bc",
                "productPage, catalog;category=a b",
                "productPage, Catalog",
                "productPage, catalogue",
                "productPage,",
                "productPage,,catalog",
                "productPage, catalog,",
                "productPage other",
                "productPage other, catalog",
                "otherPage, catalog",
                "catalog, productPage",
                "product;productId=5"
            })
    void pageThatShowsWhatIsNotKept_orCannotBeRead_isNotKept(String page) throws Exception {
        shows("products/15", page);
        assertNeverKept("products/15", "Accept", HTML);
        assertTrue(page("products/15").headers().firstValue("X-Mizan-Page").isEmpty());
    }

    @Test
    void whiteSpaceAroundCommas_meansNothing() throws Exception {
        shows("products/5", "productPage ,catalog;category=x \t, report");
        fill("products/5");
        assertEquals("Purged 1\n", purge("catalog;category=x").body());
        fill("products/5");
        assertEquals("Purged 1\n", purge("report;year=1999").body());
    }

    @Test
    void sixteenContexts_areKept_oneMoreIsNot() throws Exception {
        shows("products/5", products(16));
        for (int i = 1; i <= 16; i++) {
            fill("products/5");
            purge("product;productId=" + (1000 + i));
            assertGone("products/5");
        }
        shows("products/16", products(17));
        assertNeverKept("products/16", "Accept", HTML);
    }

    private static String products(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> ", product;productId=" + (1000 + i))
                .collect(Collectors.joining("", "productPage", ""));
    }

    /** However much a page shows, and whatever its address is: it is answered. */
    @Test
    void longLists_areAnswered_keptOrNot() throws Exception {
        for (int length : new int[] {1, 20, 25, 30, 40, 100, 300, 400, 900}) {
            var list = IntStream.rangeClosed(1, 16)
                    .mapToObj(i -> ", catalog;category=" + "c".repeat(length) + i + ";page=" + i + ";search="
                            + "s".repeat(length) + ";sort=NAME")
                    .limit(Math.max(1, 900 / (2 * length + 40)))
                    .collect(Collectors.joining("", "productPage", ""));
            var path = "products/5?tab=" + "t".repeat(1_400);
            shows("products/5", list);
            assertEquals(200, page(path).statusCode());
            boolean kept = status(page(path)).equals("Edge; hit");
            assertEquals(list.length() < 1_000, kept, list.length() + " characters");
            if (kept) {
                assertEquals(
                        "Purged 1\n",
                        purge("catalog;category=" + "c".repeat(length) + 1).body());
                assertGone(path);
            }
            purge("*");
            TimeUnit.MILLISECONDS.sleep(1_100);
        }
    }

    /** Its tags would be copied with each context. */
    @Test
    void longAddress_withAddedContexts_isAnswered_butNotKept() throws Exception {
        var path = "catalog?category=" + "c".repeat(1_200);
        shows("catalog", "catalogPage");
        fill(path);
        purge("*");
        shows("catalog", "catalogPage, product;productId=5, report");
        assertNeverKept(path, "Accept", HTML);
        fill("catalog?category=" + "c".repeat(900));
    }

    @Test
    void shortestLife_isThePages() throws Exception {
        shows("products/5", ADDED);
        fill("products/5");
        TimeUnit.MILLISECONDS.sleep(1_300);
        assertGone("products/5");
    }

    /** The origin reads, then somebody writes and is answered, then the page arrives: it is old. */
    @Test
    void fetchUnderWay_isNotKept_whenAnAddedContextWasPurgedMeanwhile() throws Exception {
        shows("products/5", ADDED.replace(", brief", ""));
        for (var target : List.of("product;productId=77", "catalog;category=kn%C3%AFves", "report", "*")) {
            origin.during("/products/5", () -> send("POST", target));
            assertEquals("Edge; fwd=miss", status(page("products/5")));
            assertGone("products/5");
            assertKept("products/5");
            purge("*");
        }
        shows("products/5", "productPage, report;year=2024");
        origin.during("/products/5", () -> send("POST", "catalog;category=x"));
        page("products/5");
        assertKept("products/5");
    }

    /** Which function answers there is not known, so it may be any; what it adds counts. */
    @Test
    void addressThatTheApplicationListed_isPurgedByWhatItsPageAdds() throws Exception {
        shows("shelf/5", "anyPage, catalog;category=x");
        fill("shelf/5");
        assertEquals("Purged 1\n", purge("catalog;category=x").body());
        shows("shelf/6", "anyPage, user;userId=1");
        assertNeverKept("shelf/6", "Accept", HTML);
    }

    /** Only what no cookie and no credentials came with is kept, and they get nothing of it. */
    @Test
    void pageForWhoHasCredentials_isPassed_andNeverStored() throws Exception {
        shows("products/5", ADDED);
        for (var credential : List.of("Cookie", "Authorization", "X-Mizan-Token")) {
            assertEquals("Edge; fwd=bypass", status(page("products/5", credential, "a=b")));
            assertGone("products/5");
            assertEquals("Edge; fwd=bypass", status(page("products/5", credential, "a=b")));
            purge("*");
        }
        origin.answers("/products/5", 200, "text/html", Map.of("X-Mizan-Page", ADDED, "Set-Cookie", "a=b"));
        assertNeverKept("products/5", "Accept", HTML);
    }
}
