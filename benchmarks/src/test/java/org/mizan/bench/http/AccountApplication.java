package org.mizan.bench.http;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mizan.bench.app.CompiledApplication;

/**
 * The account page of a shop: five reads and a mutation. The same beans with {@code @Client} and without it; these
 * behind hand-written resources. No database: what is compared is the way to the bean and back.
 */
final class AccountApplication {
    static final String NEW_ORDER =
            "{\"note\":\"Leave it at the door\",\"lines\":[{\"sku\":\"A-1\",\"quantity\":2},{\"sku\":\"B-7\",\"quantity\":1}]}";
    /** What the mutation returns. */
    static final String PLACED = "{\"id\":4,\"note\":\"Leave it at the door\",\"state\":\"new\","
            + "\"lines\":[{\"sku\":\"A-1\",\"quantity\":2},{\"sku\":\"B-7\",\"quantity\":1}]}";
    /** What the reads return, in the order of their names. */
    static final Map<String, String> READS = new TreeMap<>(Map.of(
            "messages",
            "[{\"id\":1,\"subject\":\"Your order is on its way\",\"read\":false},"
                    + "{\"id\":2,\"subject\":\"Your order has arrived\",\"read\":true}]",
            "orders",
            "[" + order(1, "first") + "," + order(2, "second") + "," + order(3, "third") + "]",
            "preferences",
            "{\"language\":\"en\",\"newsletter\":true,\"topics\":[\"books\",\"music\"]}",
            "profile",
            "{\"id\":5,\"name\":\"Ada Lovelace\",\"email\":\"ada@example.org\",\"active\":true,"
                    + "\"zoneinfo\":\"Europe/London\"}",
            "totals",
            "{\"orders\":3,\"items\":9,\"spent\":123.45}"));
    /** All of them in one object. */
    static final String ACCOUNT = READS.entrySet().stream()
            .map(read -> "\"" + read.getKey() + "\":" + read.getValue())
            .collect(Collectors.joining(",", "{", "}"));

    private AccountApplication() {}

    private static String order(int id, String note) {
        return "{\"id\":" + id + ",\"note\":\"" + note + "\",\"state\":\"sent\","
                + "\"lines\":[{\"sku\":\"A-1\",\"quantity\":2},{\"sku\":\"B-7\",\"quantity\":1}]}";
    }

    /** The context. */
    static Request bundle() {
        return Request.get("/bench/api/mizan/ctx/account/?userId=5", ACCOUNT);
    }

    /** The same by hand, in one answer. */
    static Request account() {
        return Request.get("/bench/rest/account?userId=5", ACCOUNT);
    }

    /** One read by hand. */
    static Request read(String name) {
        return Request.get("/bench/rest/" + name + "?userId=5", String.valueOf(READS.get(name)));
    }

    /** The mutation. */
    static Request call() {
        return Request.post(
                "/bench/api/mizan/call/",
                "{\"fn\":\"place\",\"args\":{\"userId\":5,\"order\":" + NEW_ORDER + "}}",
                "{\"result\":" + PLACED + ",\"invalidate\":[{\"context\":\"account\",\"params\":{\"userId\":5}}]}");
    }

    /** The same by hand. */
    static Request place() {
        return Request.post("/bench/rest/orders?userId=5", NEW_ORDER, PLACED);
    }

    static Path war(Path directory) throws IOException {
        return war(directory, Map.of(), List.of());
    }

    /** The application, with further sources that are compiled against these archives too. */
    static Path war(Path directory, Map<String, String> further, List<Path> provided) throws IOException {
        var sources = new LinkedHashMap<>(sources());
        sources.putAll(further);
        var war = directory.resolve("bench.war");
        var library = Arrays.stream(System.getProperty("mizan.bench.library").split(","))
                .map(Path::of)
                .toList();
        CompiledApplication.compile(sources, directory.resolve("classes"), provided)
                .writeWar(war, library);
        return war;
    }

    private static Map<String, String> sources() {
        var sources = new LinkedHashMap<String, String>();
        sources.put("app.AccountContext", """
                package app;

                public final class AccountContext implements org.mizan.ReactContext {}
                """);
        record(sources, "Profile", "long id, String name, String email, boolean active, String zoneinfo");
        record(sources, "Line", "String sku, int quantity");
        record(sources, "Order", "long id, String note, String state, java.util.List<Line> lines");
        record(sources, "Totals", "int orders, int items, double spent");
        record(sources, "Message", "long id, String subject, boolean read");
        record(sources, "Preferences", "String language, boolean newsletter, java.util.List<String> topics");
        record(
                sources,
                "Account",
                "java.util.List<Message> messages, java.util.List<Order> orders, Preferences preferences, Profile profile, Totals totals");
        record(
                sources,
                "NewOrder",
                "@jakarta.validation.constraints.Size(max = 80) String note,"
                        + " @jakarta.validation.constraints.NotEmpty java.util.List<Line> lines");
        sources.put(
                "app.Orders",
                bean("Orders", "@Client(context = AccountContext.class)", "@Client(affects = AccountContext.class)"));
        sources.put("app.PlainOrders", bean("PlainOrders", "", ""));
        sources.put("app.Rest", """
                package app;

                @jakarta.ws.rs.ApplicationPath("/rest")
                public class Rest extends jakarta.ws.rs.core.Application {
                    @Override
                    public java.util.Set<Class<?>> getClasses() {
                        return java.util.Set.of(AccountResource.class, KeptJsonb.class);
                    }
                }
                """);
        sources.put("app.Pages", """
                package app;

                @jakarta.ws.rs.ApplicationPath("/pages")
                public class Pages extends jakarta.ws.rs.core.Application {
                    @Override
                    public java.util.Set<Class<?>> getClasses() {
                        return java.util.Set.of(Ready.class);
                    }
                }
                """);
        sources.put("app.Ready", """
                package app;

                @jakarta.ws.rs.Path("/ready")
                public class Ready {
                    @jakarta.ws.rs.GET
                    public String ready() {
                        return "ready";
                    }
                }
                """);
        // Without it RESTEasy makes a Jsonb for each request, which costs ten times the rest.
        sources.put("app.KeptJsonb", """
                package app;

                import jakarta.json.bind.Jsonb;
                import jakarta.json.bind.JsonbBuilder;

                @jakarta.ws.rs.ext.Provider
                public class KeptJsonb implements jakarta.ws.rs.ext.ContextResolver<Jsonb> {
                    private final Jsonb jsonb = JsonbBuilder.create();

                    @Override
                    public Jsonb getContext(Class<?> type) {
                        return jsonb;
                    }
                }
                """);
        sources.put("app.AccountResource", RESOURCE);
        return sources;
    }

    private static void record(Map<String, String> sources, String name, String components) {
        sources.put("app." + name, "package app;\n\npublic record " + name + "(" + components + ") {}\n");
    }

    private static String bean(String name, String reads, String mutation) {
        return """
                package app;

                import jakarta.enterprise.context.ApplicationScoped;
                import jakarta.validation.Valid;
                import java.util.List;
                import org.mizan.Client;

                @ApplicationScoped
                public class %s {
                    %s
                    public Profile profile(long userId) {
                        return new Profile(userId, "Ada Lovelace", "ada@example.org", true, "Europe/London");
                    }

                    %s
                    public List<Order> orders(long userId) {
                        return List.of(order(1, "first"), order(2, "second"), order(3, "third"));
                    }

                    %s
                    public Totals totals(long userId) {
                        return new Totals(3, 9, 123.45);
                    }

                    %s
                    public List<Message> messages(long userId) {
                        return List.of(
                                new Message(1, "Your order is on its way", false),
                                new Message(2, "Your order has arrived", true));
                    }

                    %s
                    public Preferences preferences(long userId) {
                        return new Preferences("en", true, List.of("books", "music"));
                    }

                    %s
                    public Order place(long userId, @Valid NewOrder order) {
                        return new Order(4, order.note(), "new", order.lines());
                    }

                    private static Order order(long id, String note) {
                        return new Order(id, note, "sent", List.of(new Line("A-1", 2), new Line("B-7", 1)));
                    }
                }
                """.formatted(name, reads, reads, reads, reads, reads, mutation);
    }

    private static final String RESOURCE = """
            package app;

            import jakarta.enterprise.context.ApplicationScoped;
            import jakarta.inject.Inject;
            import jakarta.validation.Valid;
            import jakarta.ws.rs.Consumes;
            import jakarta.ws.rs.GET;
            import jakarta.ws.rs.POST;
            import jakarta.ws.rs.Path;
            import jakarta.ws.rs.Produces;
            import jakarta.ws.rs.QueryParam;
            import java.lang.management.ManagementFactory;
            import java.util.List;
            import java.util.stream.Collectors;
            import java.util.stream.IntStream;
            import javax.management.ObjectName;

            @Path("/")
            @ApplicationScoped
            @Produces("application/json")
            @Consumes("application/json")
            public class AccountResource {
                @Inject
                PlainOrders orders;

                @GET
                @Path("account")
                public Account account(@QueryParam("userId") long userId) {
                    return new Account(
                            orders.messages(userId),
                            orders.orders(userId),
                            orders.preferences(userId),
                            orders.profile(userId),
                            orders.totals(userId));
                }

                @GET
                @Path("messages")
                public List<Message> messages(@QueryParam("userId") long userId) {
                    return orders.messages(userId);
                }

                @GET
                @Path("orders")
                public List<Order> orders(@QueryParam("userId") long userId) {
                    return orders.orders(userId);
                }

                @GET
                @Path("preferences")
                public Preferences preferences(@QueryParam("userId") long userId) {
                    return orders.preferences(userId);
                }

                @GET
                @Path("profile")
                public Profile profile(@QueryParam("userId") long userId) {
                    return orders.profile(userId);
                }

                @GET
                @Path("totals")
                public Totals totals(@QueryParam("userId") long userId) {
                    return orders.totals(userId);
                }

                @POST
                @Path("orders")
                public Order place(@QueryParam("userId") long userId, @Valid NewOrder order) {
                    return orders.place(userId, order);
                }

                @GET
                @Path("spent")
                @Produces("text/plain")
                public String spent() throws Exception {
                    // By name: the types of com.sun.management are not visible to applications on every server.
                    var server = ManagementFactory.getPlatformMBeanServer();
                    var ids = ManagementFactory.getThreadMXBean().getAllThreadIds();
                    var bytes = (long[]) server.invoke(
                            new ObjectName("java.lang:type=Threading"),
                            "getThreadAllocatedBytes",
                            new Object[] {ids},
                            new String[] {"[J"});
                    var nanos = server.getAttribute(new ObjectName("java.lang:type=OperatingSystem"), "ProcessCpuTime");
                    return nanos + IntStream.range(0, ids.length)
                            .filter(i -> bytes[i] >= 0)
                            .mapToObj(i -> " " + ids[i] + "=" + bytes[i])
                            .collect(Collectors.joining());
                }
            }
            """;
}
