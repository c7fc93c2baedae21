package org.mizan.cdi.interceptor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import java.util.Map;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mizan.Client;
import org.mizan.Invalidations;
import org.mizan.ReactContext;
import org.mizan.cdi.MizanExtension;
import org.mizan.cdi.identity.CsrfToken;
import org.mizan.cdi.identity.CurrentCaller;
import org.mizan.cdi.identity.ForgeryCheck;
import org.mizan.cdi.runtime.CdiBeanInvoker;
import org.mizan.cdi.runtime.MizanRuntime;

/**
 * Functions in plain CDI: no transactions, no Bean Validation, no servlets, and an API of MicroProfile Config that
 * nothing implements, so that system properties configure the library.
 */
class InvalidationTest {
    private WeldContainer container;
    private RequestContextController request;

    static class ItemContext implements ReactContext {}

    static class OtherContext implements ReactContext {}

    @ApplicationScoped
    static class Items {
        @Inject
        Invalidations invalidations;

        @Client(context = ItemContext.class)
        public String item(int id) {
            return "item " + id;
        }

        @Client(context = OtherContext.class)
        public String other(int id) {
            return "other " + id;
        }

        @Client(affects = ItemContext.class)
        public void change(int id) {
            invalidations.add(OtherContext.class, Map.of("id", id));
        }

        @Client(affects = ItemContext.class)
        public void fail(int id) {
            throw new IllegalStateException("after a write");
        }
    }

    @BeforeEach
    void start() {
        System.setProperty("mizan.invalidation.max-header", "40");
        container = new Weld()
                .disableDiscovery()
                .addExtension(new MizanExtension())
                .beanClasses(
                        Items.class,
                        ClientInterceptor.class,
                        TransactionInterceptor.class,
                        InvalidationsBean.class,
                        Invalidator.class,
                        RequestScopes.class,
                        RequestState.class,
                        ViewAccess.class,
                        CurrentCaller.class,
                        ForgeryCheck.class,
                        CsrfToken.class,
                        CdiBeanInvoker.class,
                        MizanRuntime.class)
                .initialize();
        request = container.select(RequestContextController.class).get();
    }

    @AfterEach
    void stop() {
        System.clearProperty("mizan.invalidation.max-header");
        container.close();
    }

    private Items items() {
        return container.select(Items.class).get();
    }

    private String stale() {
        return container.select(RequestState.class).get().targets().limited().toHeader();
    }

    @Test
    void mutation_recordsWhatItDeclares_andWhatItAdds() {
        request.activate();
        items().change(5);
        assertEquals("item;id=5, other;id=5", stale());
        request.deactivate();
    }

    @Test
    void function_thatReads_recordsNothing() {
        request.activate();
        assertEquals("item 5", items().item(5));
        assertEquals("", stale());
        request.deactivate();
    }

    @Test
    void mutation_thatThrows_recordsAllTheSame_forItMayHaveWritten() {
        request.activate();
        assertThrows(IllegalStateException.class, () -> items().fail(6));
        assertEquals("item;id=6", stale());
        request.deactivate();
    }

    @Test
    void additionOutsideFunctions_countsAtOnce() {
        request.activate();
        container.select(Invalidations.class).get().everything();
        assertEquals("*", stale());
        request.deactivate();
    }

    @Test
    void additionOfWhatIsNotKnown_isRefused() {
        request.activate();
        var invalidations = container.select(Invalidations.class).get();
        var unknown = assertThrows(
                IllegalArgumentException.class, () -> invalidations.add(ItemContext.class, Map.of("no", 1)));
        assertEquals("MIZAN-00612", String.valueOf(unknown.getMessage()).substring(0, 11));
        var wrongType = assertThrows(
                IllegalArgumentException.class, () -> invalidations.add(ItemContext.class, Map.of("id", "1")));
        assertEquals("MIZAN-00613", String.valueOf(wrongType.getMessage()).substring(0, 11));
        request.deactivate();
    }

    @Test
    void mutationWithoutARequestScope_runs() {
        items().change(5);
        container.select(Invalidations.class).get().everything();
    }

    @Test
    void settings_comeFromSystemProperties() {
        var settings = container.select(MizanRuntime.class).get().settings();
        assertEquals(40, settings.maxHeader());
        assertEquals(1 << 20, settings.maxBody());
        request.activate();
        for (int id = 0; id < 10; id++) {
            items().change(id);
        }
        assertEquals("item, other", stale());
        request.deactivate();
    }
}
