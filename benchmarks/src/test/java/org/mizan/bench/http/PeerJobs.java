package org.mizan.bench.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The two jobs as each side's clients do them: the account page's five reads; an order, and the page again. */
record PeerJobs(String side, Job bundle, Job mutation) {
    private static final String ORDER = AccountApplication.NEW_ORDER;
    private static final String PLACED = AccountApplication.PLACED;
    private static final List<String> READS = List.copyOf(AccountApplication.READS.keySet());

    /** Its answer to a mutation says what to fetch again; the bundle is one request. */
    static PeerJobs mizan(int port) {
        return of("mizan", port, List.of(AccountApplication.bundle()), AccountApplication.call());
    }

    /** One resource for each read, fetched at the same time over connections of their own. */
    static PeerJobs jaxrs(int port) {
        return of("jaxrs", port, READS.stream().map(AccountApplication::read).toList(), AccountApplication.place());
    }

    /** One query with five fields; {@code refetchQueries} after the mutation. */
    static PeerJobs graphql(int port) {
        var order = "{id note state lines{sku quantity}}";
        var bundle = graphql(
                "query($u:BigInteger!){messages(userId:$u){id subject read} orders(userId:$u)" + order
                        + " preferences(userId:$u){language newsletter topics}"
                        + " profile(userId:$u){id name email active zoneinfo} totals(userId:$u){orders items spent}}",
                "{\"u\":5}",
                "{\"data\":" + AccountApplication.ACCOUNT + "}");
        var place = graphql(
                "mutation($u:BigInteger!,$o:NewOrderInput!){place(userId:$u,order:$o)" + order + "}",
                "{\"u\":5,\"o\":" + ORDER + "}",
                "{\"data\":{\"place\":" + PLACED + "}}");
        return of("graphql", port, List.of(bundle), place);
    }

    private static Request graphql(String query, String variables, String expected) {
        return Request.post(
                "/bench/graphql", "{\"query\":\"" + query + "\",\"variables\":" + variables + "}", expected);
    }

    /** With {@code httpBatchLink}; the page's queries are invalidated after the mutation. */
    static PeerJobs trpc(int port) {
        var inputs = new StringBuilder();
        for (int i = 0; i < READS.size(); i++) {
            inputs.append(i == 0 ? "{" : ",").append('"').append(i).append("\":{\"userId\":5}");
        }
        var bundle = Request.get(
                "/trpc/" + String.join(",", READS) + "?batch=1&input="
                        + URLEncoder.encode(inputs + "}", StandardCharsets.UTF_8),
                AccountApplication.READS.values().stream()
                        .map(PeerJobs::data)
                        .collect(Collectors.joining(",", "[", "]")));
        var place = Request.post(
                "/trpc/place?batch=1", "{\"0\":{\"userId\":5,\"order\":" + ORDER + "}}", "[" + data(PLACED) + "]");
        return of("trpc", port, List.of(bundle), place);
    }

    private static String data(String result) {
        return "{\"result\":{\"data\":" + result + "}}";
    }

    private static PeerJobs of(String side, int port, List<Request> reads, Request mutation) {
        return new PeerJobs(side, new Job(port, List.of(reads)), new Job(port, List.of(List.of(mutation), reads)));
    }

    Map<String, Job> byName() {
        return Map.of("bundle", bundle, "mutation", mutation);
    }

    static Stream<String> names() {
        return Stream.of("bundle", "mutation");
    }
}
