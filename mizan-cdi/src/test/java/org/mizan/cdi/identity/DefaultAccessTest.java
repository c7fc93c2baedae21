package org.mizan.cdi.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Map;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mizan.Client;
import org.mizan.ReactContext;
import org.mizan.Route;
import org.mizan.cdi.MizanExtension;
import org.mizan.cdi.interceptor.ClientInterceptor;
import org.mizan.cdi.request.ServletExchange;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.call.Pipeline;
import org.mizan.core.call.Routes;

/** {@code mizan.default-access}: functions of all kinds that have no annotation of access, and one that has. */
public class DefaultAccessTest {
    private static final String PROPERTY = "mizan.default-access";

    public static class BareContext implements ReactContext {}

    @ApplicationScoped
    public static class Bare {
        @Client
        public String call() {
            return "called";
        }

        @Client(context = BareContext.class)
        public String read() {
            return "read";
        }

        @Client
        @Route(path = "/bare", methods = "GET")
        public String route() {
            return "routed";
        }
    }

    /** Not public, as beans need not be: its function is called all the same. */
    @ApplicationScoped
    static class Said {
        @Client
        @PermitAll
        public String said() {
            return "said";
        }
    }

    private @Nullable WeldContainer container;

    @AfterEach
    void stop() {
        System.clearProperty(PROPERTY);
        if (container != null) {
            container.close();
        }
    }

    private static WeldContainer deploy(String access) {
        if (access.isEmpty()) {
            System.clearProperty(PROPERTY);
        } else {
            System.setProperty(PROPERTY, access);
        }
        return new Weld()
                .disableDiscovery()
                .addExtension(new MizanExtension())
                .beanClasses(Bare.class, Said.class)
                .addPackages(
                        false, ClientInterceptor.class, ServletExchange.class, CurrentCaller.class, MizanRuntime.class)
                .initialize();
    }

    @ParameterizedTest
    @CsvSource({
        "'',            200, 200",
        "permit,        200, 200",
        "authenticated, 401, 200",
        "deny,          401, 403",
    })
    void functionsThatDoNotSay_areOpenToWhomTheSettingSays(String access, int nobody, int somebody) {
        container = deploy(access);
        var request = container.select(RequestContextController.class).get();
        for (var who : new String[] {null, "ada"}) {
            int expected = who == null ? nobody : somebody;
            request.activate();
            container.select(CurrentCaller.class).get().from(sentBy(who), nothing(HttpServletResponse.class));
            for (var answer : answers().entrySet()) {
                assertEquals(expected, answer.getValue(), answer.getKey());
            }
            assertEquals(200, call("said"), "it says so itself");
            request.deactivate();
        }
    }

    private Pipeline pipeline() {
        return container.select(MizanRuntime.class).get().pipeline();
    }

    private ServletExchange exchange() {
        return container.select(ServletExchange.class).get();
    }

    private Map<String, Integer> answers() {
        var route = container
                .select(MizanRuntime.class)
                .get()
                .registry()
                .function("route")
                .orElseThrow();
        var routed = pipeline().routes().answer(route, () -> new Routes.Content(Map.of(), null), exchange());
        return Map.of(
                "call", call("call"),
                "read", pipeline().contexts().answer("bare", null, exchange()).status(),
                "route", ((Routes.Written) routed).answer().status());
    }

    private int call(String function) {
        var body = ("{\"fn\":\"" + function + "\"}").getBytes(StandardCharsets.UTF_8);
        return pipeline()
                .calls()
                .answer("application/json", body.length, new ByteArrayInputStream(body), exchange())
                .status();
    }

    /** A request that is safe by its method, so that no session is asked for a token. */
    private static HttpServletRequest sentBy(@Nullable String who) {
        return new HttpServletRequestWrapper(nothing(HttpServletRequest.class)) {
            @Override
            public @Nullable Principal getUserPrincipal() {
                return who == null ? null : () -> who;
            }

            @Override
            public String getMethod() {
                return "GET";
            }

            @Override
            public @Nullable String getHeader(String name) {
                return null;
            }

            @Override
            public @Nullable Object getAttribute(String name) {
                return null;
            }
        };
    }

    private static <T> T nothing(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    throw new UnsupportedOperationException(method.toString());
                }));
    }
}
