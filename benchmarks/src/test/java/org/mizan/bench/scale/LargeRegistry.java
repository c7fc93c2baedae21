package org.mizan.bench.scale;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sources of an application where nine functions in four contexts, always the same, are called, and others fill the
 * registry up to a size. So whatever differs between two sizes is the registry's.
 *
 * <p>The four: {@code order(orderId)} of three functions, {@code stock(orderId)}, {@code price(orderId)}, and the global
 * context. The mutation {@code change} affects one of them, {@code close} three. One filling function in ten has a
 * route.
 *
 * @param functions how many functions there are, ten or more
 * @param contexts how many context classes there are; one that no function reads is in no registry
 */
public record LargeRegistry(int functions, int contexts) {
    private static final int OWN_FUNCTIONS = 9;
    private static final int OWN_CONTEXTS = 4;
    private static final int OF_ONE_BEAN = 50;

    /** Refuses sizes too small for what is called. */
    public LargeRegistry {
        if (functions < OWN_FUNCTIONS || contexts < OWN_CONTEXTS || functions < contexts - OWN_CONTEXTS) {
            throw new IllegalArgumentException(functions + " functions, " + contexts + " contexts");
        }
    }

    /** The names of the classes that a registry is built from. */
    public List<String> classes() {
        return sources().keySet().stream()
                .filter(name -> !name.equals("app.Row") && !name.startsWith("app.Page"))
                .toList();
    }

    /** Sources by class name. */
    public Map<String, String> sources() {
        var sources = new LinkedHashMap<String, String>();
        for (var context : List.of("Order", "Stock", "Price")) {
            sources.put("app." + context + "Context", context(context));
        }
        for (int i = OWN_CONTEXTS; i < contexts; i++) {
            sources.put("app.C" + i + "Context", context("C" + i));
        }
        sources.put("app.Row", "package app;\n\npublic record Row(long id, String region, int amount) {}\n");
        sources.put("app.Orders", ORDERS);
        var fillers = functions - OWN_FUNCTIONS;
        for (int from = 0; from < fillers; from += OF_ONE_BEAN) {
            var bean = "Filler" + from / OF_ONE_BEAN;
            sources.put("app." + bean, filler(bean, from, Math.min(from + OF_ONE_BEAN, fillers)));
        }
        sources.put("app.Pages", """
                package app;

                @jakarta.ws.rs.ApplicationPath("/pages")
                public class Pages extends jakarta.ws.rs.core.Application {
                    @Override
                    public java.util.Set<Class<?>> getClasses() {
                        return java.util.Set.of(Page.class);
                    }
                }
                """);
        sources.put("app.Page", """
                package app;

                @jakarta.ws.rs.Path("/")
                public class Page {
                    @jakarta.ws.rs.GET
                    @jakarta.ws.rs.Path("ready")
                    @jakarta.ws.rs.Produces("text/plain")
                    public String ready() {
                        return "ready";
                    }
                }
                """);
        return sources;
    }

    private static String context(String name) {
        return "package app;\n\npublic final class " + name + "Context implements org.mizan.ReactContext {}\n";
    }

    /** The n-th filling function reads the n-th filling context, if there is one. */
    private String filler(String bean, int from, int to) {
        var out = new StringBuilder("package app;\n\n@jakarta.enterprise.context.ApplicationScoped\npublic class ")
                .append(bean)
                .append(" {\n");
        for (int i = from; i < to; i++) {
            int context = OWN_CONTEXTS + i;
            out.append("    @org.mizan.Client");
            out.append(context < contexts ? "(context = C" + context + "Context.class)" : "");
            if (i % 10 == 0) {
                out.append(" @org.mizan.Route(path = \"/shop/things").append(i).append("/{id}\")");
            }
            out.append("\n    public Row f").append(i).append("(long id, String region) {\n");
            out.append("        return new Row(id, region, ").append(i).append(");\n    }\n\n");
        }
        return out.append("}\n").toString();
    }

    private static final String ORDERS = """
            package app;

            import org.mizan.Client;
            import org.mizan.GlobalContext;

            @jakarta.enterprise.context.ApplicationScoped
            public class Orders {
                @Client(context = OrderContext.class)
                public Row orderHead(long orderId, String region) {
                    return new Row(orderId, region, 1);
                }

                @Client(context = OrderContext.class)
                public Row orderLines(long orderId, String region) {
                    return new Row(orderId, region, 2);
                }

                @Client(context = OrderContext.class)
                public Row orderTotal(long orderId, String region) {
                    return new Row(orderId, region, 3);
                }

                @Client(context = StockContext.class)
                public Row stockOf(long orderId) {
                    return new Row(orderId, "", 4);
                }

                @Client(context = PriceContext.class)
                public Row priceOf(long orderId) {
                    return new Row(orderId, "", 5);
                }

                @Client(context = GlobalContext.class)
                public Row shop() {
                    return new Row(0, "", 6);
                }

                @Client
                public long plain(long orderId, String region) {
                    return orderId;
                }

                @Client(affects = OrderContext.class)
                public int change(long orderId, String note) {
                    return note.length();
                }

                @Client(affects = {OrderContext.class, StockContext.class, PriceContext.class})
                public int close(long orderId, String note) {
                    return note.length();
                }
            }
            """;
}
