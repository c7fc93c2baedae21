package org.mizan.bench.http;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The account page in MicroProfile GraphQL. Open Liberty's takes no records (its SmallRye is of 2021), so the same data
 * are in classes with getters and setters.
 */
final class GraphqlSide {
    private GraphqlSide() {}

    static Map<String, String> sources() {
        var sources = new LinkedHashMap<String, String>();
        type(sources, "Profile", "long id, String name, String email, boolean active, String zoneinfo");
        type(sources, "Line", "String sku, int quantity");
        type(sources, "Order", "long id, String note, String state, java.util.List<Line> lines");
        type(sources, "Totals", "int orders, int items, double spent");
        type(sources, "Message", "long id, String subject, boolean read");
        type(sources, "Preferences", "String language, boolean newsletter, java.util.List<String> topics");
        type(
                sources,
                "NewOrder",
                "@jakarta.validation.constraints.Size(max = 80) String note,"
                        + " @jakarta.validation.constraints.NotEmpty java.util.List<Line> lines");
        sources.put("app.graphql.OrdersApi", API);
        return sources;
    }

    private static void type(Map<String, String> sources, String name, String fields) {
        var text = new StringBuilder("package app.graphql;\n\npublic class " + name + " {\n");
        var assignments = new StringBuilder();
        for (var field : fields.split(", *(?![^<(]*[>)])")) {
            var words = Arrays.asList(field.split(" (?![^(]*\\))"));
            var own = words.get(words.size() - 1);
            var type = words.get(words.size() - 2);
            var start = own.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + own.substring(1);
            text.append("    private ").append(field).append(";\n");
            text.append("    public " + type + (type.equals("boolean") ? " is" : " get") + start + "() { return " + own
                    + "; }\n");
            text.append(
                    "    public void set" + start + "(" + type + " " + own + ") { this." + own + " = " + own + "; }\n");
            assignments.append(" this." + own + " = " + own + ";");
        }
        var parameters = fields.replaceAll("@[\\w.]+(\\([^)]*\\))? ", "");
        text.append("    public " + name + "() {}\n");
        text.append("    public " + name + "(" + parameters + ") {" + assignments + " }\n}\n");
        sources.put("app.graphql." + name, text.toString());
    }

    private static final String API = """
            package app.graphql;

            import jakarta.enterprise.context.ApplicationScoped;
            import jakarta.validation.Valid;
            import java.util.List;
            import org.eclipse.microprofile.graphql.GraphQLApi;
            import org.eclipse.microprofile.graphql.Mutation;
            import org.eclipse.microprofile.graphql.Name;
            import org.eclipse.microprofile.graphql.Query;

            @GraphQLApi
            @ApplicationScoped
            public class OrdersApi {
                @Query
                public List<Message> messages(@Name("userId") long userId) {
                    return List.of(
                            new Message(1, "Your order is on its way", false),
                            new Message(2, "Your order has arrived", true));
                }

                @Query
                public List<Order> orders(@Name("userId") long userId) {
                    return List.of(order(1, "first"), order(2, "second"), order(3, "third"));
                }

                @Query
                public Preferences preferences(@Name("userId") long userId) {
                    return new Preferences("en", true, List.of("books", "music"));
                }

                @Query
                public Profile profile(@Name("userId") long userId) {
                    return new Profile(userId, "Ada Lovelace", "ada@example.org", true, "Europe/London");
                }

                @Query
                public Totals totals(@Name("userId") long userId) {
                    return new Totals(3, 9, 123.45);
                }

                @Mutation
                public Order place(@Name("userId") long userId, @Name("order") @Valid NewOrder order) {
                    return new Order(4, order.getNote(), "new", order.getLines());
                }

                private static Order order(long id, String note) {
                    return new Order(id, note, "sent", List.of(new Line("A-1", 2), new Line("B-7", 1)));
                }
            }
            """;
}
