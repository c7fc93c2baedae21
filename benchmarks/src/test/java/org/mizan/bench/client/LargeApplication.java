package org.mizan.bench.client;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The sources of an application of 100 beans with 10 functions each, and 2,000 types: each function takes an object of
 * its own, five members with one constraint, and gives one of its own, six members of which two are containers. Every
 * bean has a context of three functions. {@link TrpcApplication} has the same procedures.
 */
public final class LargeApplication {
    /** How many beans there are. */
    public static final int BEANS = 100;

    /** How many functions a bean has. */
    public static final int FUNCTIONS_EACH = 10;

    /** How many of them belong to its context. */
    static final int READS_EACH = 3;

    private LargeApplication() {}

    /** Sources by class name. */
    public static Map<String, String> sources() {
        var sources = new LinkedHashMap<String, String>();
        for (int bean = 0; bean < BEANS; bean++) {
            sources.put("app.Part" + bean + "Context", """
                    package app;

                    public final class Part%dContext implements org.mizan.ReactContext {}
                    """.formatted(bean));
            var body = new StringBuilder();
            for (int n = 0; n < FUNCTIONS_EACH; n++) {
                var id = bean + "x" + n;
                sources.put("app.Input" + id, """
                        package app;

                        public record Input%s(
                                long id,
                                @jakarta.validation.constraints.Size(max = 80) String name,
                                boolean active,
                                java.util.List<String> tags,
                                double weight) {}
                        """.formatted(id));
                sources.put("app.Output" + id, """
                        package app;

                        public record Output%s(
                                long id,
                                String name,
                                java.math.BigDecimal price,
                                java.util.List<String> tags,
                                java.util.Map<String, Integer> counts,
                                java.util.Optional<Output%s> next) {}
                        """.formatted(id, id));
                body.append(function(bean, n, id));
            }
            sources.put("app.Part" + bean, """
                    package app;

                    @jakarta.enterprise.context.ApplicationScoped
                    public class Part%d {
                    %s}
                    """.formatted(bean, body));
        }
        return sources;
    }

    private static String function(int bean, int n, String id) {
        return n < READS_EACH ? """
                    @org.mizan.Client(context = Part%dContext.class)
                    public Output%s read%s(long id, String region) { throw new UnsupportedOperationException(); }
                """.formatted(bean, id, id) : """
                    @org.mizan.Client(affects = Part%dContext.class)
                    public Output%s change%s(long id, Input%s value) { throw new UnsupportedOperationException(); }
                """.formatted(bean, id, id, id);
    }

    /** A module that calls every function of the generated client once. */
    static String calls() {
        var calls = new StringBuilder(
                "import * as api from './mizan'\n\nexport async function all(client: api.Client) {\n");
        for (int bean = 0; bean < BEANS; bean++) {
            calls.append("  const part%d = await api.fetchPart%dContext(client, { id: 1, region: 'r' })\n"
                    .formatted(bean, bean));
            for (int n = 0; n < FUNCTIONS_EACH; n++) {
                var id = bean + "x" + n;
                calls.append(
                        n < READS_EACH
                                ? "  part%d.read%s.tags.join()\n".formatted(bean, id)
                                : "  ;(await api.change%s(client, { id: 1, value: %s })).tags.join()\n"
                                        .formatted(id, TrpcApplication.VALUE));
            }
        }
        return calls.append("}\n").toString();
    }
}
