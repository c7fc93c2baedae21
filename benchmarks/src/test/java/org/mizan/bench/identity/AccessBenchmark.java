package org.mizan.bench.identity;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.json.spi.JsonProvider;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.mizan.bench.identity.PublicFunctions.Anybody;
import org.mizan.bench.identity.PublicFunctions.NoRequest;
import org.mizan.cdi.identity.CallerFilter;
import org.mizan.cdi.request.ServletExchange;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.bind.Arguments;
import org.mizan.core.call.Authoriser;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.token.MwtSetup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * All that identity does for a call, in Weld SE, with the library's own filter and beans: the filter, the caller, the
 * roles, the check against forged requests, the guards. Each in a request scope of its own, which is measured with it,
 * and alone: a container has one anyhow.
 */
@State(Scope.Thread)
public class AccessBenchmark {
    private static final Arguments ARGUMENTS = new Arguments(new TreeMap<>(Map.of("number", 5)));

    private final ServletResponse response = Sent.response();
    private final Sent nobody = new Sent(
            Map.of("Sec-Fetch-Site", "same-origin", "Content-Type", "application/json"), null, Set.of(), Map.of());
    private final Sent signedIn = new Sent(
            Map.of("Sec-Fetch-Site", "same-origin", "X-XSRF-TOKEN", "7cF0Qm9Zr1nX3bV5kL8pT2wY6sD4gH0aJ1eU9iO3qRs"),
            "ada",
            Set.of("editor", "reader"),
            Map.of("org.mizan.csrf", "7cF0Qm9Zr1nX3bV5kL8pT2wY6sD4gH0aJ1eU9iO3qRs", "org.mizan.csrf.caller", "ada"));

    private WeldContainer container;
    private RequestContextController request;
    private CallerFilter filter;
    private ServletExchange exchange;
    private Authoriser authoriser;
    private FunctionModel everybody;
    private FunctionModel guarded;
    private FunctionModel editors;
    private String token;
    private FilterChain toEverybody;
    private FilterChain toGuarded;
    private FilterChain toEditors;

    /** Deploys. */
    @Setup
    public void deploy() throws Exception {
        System.setProperty(
                "mizan.mwt.secret",
                String.valueOf(MwtBenchmark.SETTINGS.secret().reveal()));
        System.setProperty("mizan.mwt.audience", MwtBenchmark.SETTINGS.audience());
        System.setProperty("mizan.mwt.kid", MwtBenchmark.SETTINGS.kid());
        container = new Weld()
                .addBeanClasses(PublicFunctions.class, Anybody.class, CallerFilter.class, NoRequest.class)
                .initialize();
        request = container.select(RequestContextController.class).get();
        filter = container.select(CallerFilter.class).get();
        exchange = container.select(ServletExchange.class).get();
        var runtime = container.select(MizanRuntime.class).get();
        authoriser = runtime.pipeline().authoriser();
        everybody = runtime.registry().function("everybody").orElseThrow();
        guarded = runtime.registry().function("guarded").orElseThrow();
        editors = runtime.registry().function("editors").orElseThrow();
        token = new MwtSetup(MwtBenchmark.SETTINGS)
                .issuer(JsonProvider.provider(), Clock.systemUTC())
                .orElseThrow()
                .mint("ada", MwtBenchmark.ROLES, null)
                .token();
        toEverybody = (sent, answer) -> access(everybody);
        toGuarded = (sent, answer) -> access(guarded);
        toEditors = (sent, answer) -> access(editors);
    }

    /** Undeploys. */
    @TearDown
    public void undeploy() {
        container.close();
    }

    private void access(FunctionModel function) {
        var caller = exchange.caller();
        authoriser.checkRoles(function, caller);
        exchange.checkForgery();
        authoriser.checkGuards(function, caller, ARGUMENTS);
    }

    private void call(Sent sent, FilterChain to) throws IOException, ServletException {
        request.activate();
        try {
            filter.doFilter(sent, response, to);
        } finally {
            request.deactivate();
        }
    }

    /** Nobody calls a function for everybody. */
    @Benchmark
    public void anonymous() throws IOException, ServletException {
        call(nobody, toEverybody);
    }

    /** Nobody calls a function behind a guard that lets everybody pass. */
    @Benchmark
    public void guarded() throws IOException, ServletException {
        call(nobody, toGuarded);
    }

    /** Somebody in a session calls a function for a role of his. */
    @Benchmark
    public void session() throws IOException, ServletException {
        call(signedIn, toEditors);
    }

    /** The same with a token. */
    @Benchmark
    public void token() throws IOException, ServletException {
        call(new Sent(Map.of("X-Mizan-Token", token), null, Set.of(), Map.of()), toEditors);
    }

    /** A request scope that nothing is done in. */
    @Benchmark
    public void requestScope() {
        request.activate();
        request.deactivate();
    }
}
