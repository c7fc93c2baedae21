package org.mizan.bench.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sources of an application of 100 application-scoped beans with 10 methods each, once as 1,000 functions in 100
 * contexts and once, the same beans and methods, without the library.
 *
 * <p>A bean {@code Accounts<i>} has a context {@code accounts<i>(long account, String region)} of three functions, three
 * plain functions, and four mutations that share two of their four parameters with the context, one of which also
 * affects the next bean's context and one of its functions.
 */
public final class GeneratedApplication {
    /** How many beans and contexts there are. */
    public static final int BEANS = 100;

    /** How many functions there are. */
    public static final int FUNCTIONS = 10 * BEANS;

    private static final String PACKAGE = "app";

    private GeneratedApplication() {}

    /** In which form the methods are written. */
    public enum Form {
        /** As they are. */
        PLAIN(null),
        /** With an interceptor of the application's own that does nothing: what the container asks for having one. */
        INTERCEPTED("@app.Watched"),
        /** As functions. */
        FUNCTIONS("@org.mizan.Client");

        private final @Nullable String annotation;

        Form(@Nullable String annotation) {
            this.annotation = annotation;
        }
    }

    /** Sources by class name. */
    public static Map<String, String> sources(Form form) {
        var sources = new LinkedHashMap<String, String>();
        for (int i = 0; i < BEANS; i++) {
            sources.put(PACKAGE + ".Accounts" + i + "Context", """
                    package app;

                    public final class Accounts%d%s
                    """.formatted(
                            i, form == Form.FUNCTIONS ? "Context implements org.mizan.ReactContext {}" : "Context {}"));
            sources.put(PACKAGE + ".Accounts" + i, bean(i, form));
        }
        sources.put(
                PACKAGE + ".Row", "package app;\n\npublic record Row(long account, String region, int amount) {}\n");
        sources.put(PACKAGE + ".Page", """
                package app;

                @jakarta.ws.rs.ApplicationPath("/pages")
                public class Page extends jakarta.ws.rs.core.Application {}
                """);
        if (form == Form.INTERCEPTED) {
            sources.put(PACKAGE + ".Watched", """
                    package app;

                    @jakarta.interceptor.InterceptorBinding
                    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                    public @interface Watched {}
                    """);
            sources.put(PACKAGE + ".Watcher", """
                    package app;

                    @Watched
                    @jakarta.interceptor.Interceptor
                    @jakarta.annotation.Priority(100)
                    public class Watcher {
                        @jakarta.interceptor.AroundInvoke
                        Object around(jakarta.interceptor.InvocationContext invocation) throws Exception {
                            return invocation.proceed();
                        }
                    }
                    """);
        }
        // Calls a function, so that the first answer comes after whatever the library does at first use.
        sources.put(PACKAGE + ".Ready", """
                package app;

                @jakarta.ws.rs.Path("/ready")
                @jakarta.enterprise.context.RequestScoped
                public class Ready {
                    @jakarta.inject.Inject
                    Accounts0 accounts;

                    @jakarta.ws.rs.GET
                    public String ready() {
                        return "ready " + accounts.change0(1, "here", "first", 1);
                    }
                }
                """);
        return sources;
    }

    /** The names of the classes that a registry is built from. */
    public static List<String> functionClasses() {
        var names = new ArrayList<String>();
        for (int i = 0; i < BEANS; i++) {
            names.add(PACKAGE + ".Accounts" + i + "Context");
            names.add(PACKAGE + ".Accounts" + i);
        }
        return names;
    }

    /** A mutation of the given bean: {@code (long account, String region, String note, int amount)}. */
    public static String mutation(int bean) {
        return "change1Of" + bean;
    }

    /** A mutation of the given bean that affects two contexts and a function of a third. */
    public static String wideMutation(int bean) {
        return "change0Of" + bean;
    }

    /** A function of the given bean without context: {@code (long account, String region)}. */
    public static String plain(int bean) {
        return "plain0Of" + bean;
    }

    /** The context of the given bean. */
    public static String context(int bean) {
        return "accounts" + bean;
    }

    private static String bean(int i, Form form) {
        var out = new StringBuilder(
                        "package app;\n\n@jakarta.enterprise.context.ApplicationScoped\npublic class Accounts")
                .append(i)
                .append(" {\n");
        var own = "app.Accounts" + i + "Context.class";
        for (int n = 0; n < 3; n++) {
            annotate(out, form, "name = \"read" + n + "Of" + i + "\", context = " + own);
            out.append("    public Row read").append(n).append("(long account, String region) {\n");
            out.append("        return new Row(account, region, ").append(n).append(");\n    }\n\n");
        }
        for (int n = 0; n < 3; n++) {
            annotate(out, form, "name = \"plain" + n + "Of" + i + "\"");
            out.append("    public long plain").append(n).append("(long account, String region) {\n");
            out.append("        return account + ").append(n).append(";\n    }\n\n");
        }
        for (int n = 0; n < 4; n++) {
            int next = (i + 1) % BEANS;
            var affects = n > 0
                    ? own
                    : "{" + own + ", app.Accounts" + next + "Context.class}, affectsFunctions = \"read1Of"
                            + (i + 2) % BEANS + "\"";
            annotate(out, form, "name = \"change" + n + "Of" + i + "\", affects = " + affects);
            out.append("    public int change").append(n);
            out.append("(long account, String region, String note, int amount) {\n");
            out.append("        return amount + ").append(n).append(";\n    }\n\n");
        }
        return out.append("}\n").toString();
    }

    private static void annotate(StringBuilder out, Form form, String attributes) {
        if (form.annotation != null) {
            out.append("    ").append(form.annotation);
            out.append(form == Form.FUNCTIONS ? "(" + attributes + ")\n" : "\n");
        }
    }
}
