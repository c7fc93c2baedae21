package org.mizan.cdi.interceptor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HeldBackTest {
    private final List<String> reached = new ArrayList<>();
    private final HeldBack held = new HeldBack();

    @SuppressWarnings("unchecked")
    private <T> T recording(Class<T> type) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            reached.add(method.getName());
            if (method.getReturnType() == boolean.class) {
                return false;
            }
            return method.getName().equals("send") ? CompletableFuture.completedFuture("sent") : null;
        });
    }

    private AsyncResponse response() {
        return (AsyncResponse) held.hold(new Object[] {recording(AsyncResponse.class)})[0];
    }

    private SseEventSink sink() {
        return (SseEventSink) held.hold(new Object[] {5L, recording(SseEventSink.class)})[1];
    }

    private static OutboundSseEvent event() {
        return (OutboundSseEvent) Proxy.newProxyInstance(
                OutboundSseEvent.class.getClassLoader(),
                new Class<?>[] {OutboundSseEvent.class},
                (proxy, method, arguments) -> null);
    }

    @Test
    void argumentsThatCannotRespond_stayAsTheyAre() {
        var arguments = new Object[] {5L, null};
        assertSame(arguments, held.hold(arguments));
    }

    @Test
    void resume_waitsForTheRelease_whatAsksDoesNot() {
        var response = response();
        assertTrue(response.resume("value"));
        assertFalse(response.isDone());
        assertEquals(List.of("isDone"), reached);
        held.release();
        assertEquals(List.of("isDone", "resume"), reached);
    }

    @Test
    void afterTheRelease_everythingGoesThrough() {
        var response = response();
        held.release();
        assertFalse(response.resume("value"));
        assertEquals(List.of("resume"), reached);
    }

    @Test
    void eventsWait_inTheirOrder_andTellWhenTheyWereSent() {
        var sink = sink();
        var sent = sink.send(event()).toCompletableFuture();
        sink.close();
        assertFalse(sent.isDone());
        held.release();
        assertEquals(List.of("send", "close"), reached);
        assertEquals("sent", (Object) sent.join());
    }

    @Test
    void failedMethod_sendsNothingOfWhatWaited() {
        response().resume("value");
        held.discard();
        assertEquals(List.of(), reached);
    }
}
