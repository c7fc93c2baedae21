package org.mizan.cdi.interceptor;

import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the response of an asynchronous resource method from beginning before the method's transaction has ended:
 * only then is it known whether the header has something to say (PROTOCOL §6.4).
 *
 * <p>Stands in for the method's {@link AsyncResponse} or {@link SseEventSink}. What sends something waits until
 * {@link #release()}, in its order; everything else goes through at once. Thread-safe.
 */
final class HeldBack {
    private static final Set<String> SENDING = Set.of("resume", "cancel", "send", "close");

    private final List<Runnable> waiting = new ArrayList<>();
    private boolean open;

    /** The arguments, with what could begin the response replaced; the same array when nothing could. */
    @Nullable
    Object[] hold(@Nullable Object[] arguments) {
        var held = arguments.clone();
        boolean any = false;
        for (int i = 0; i < held.length; i++) {
            if (held[i] instanceof AsyncResponse response) {
                held[i] = proxy(AsyncResponse.class, response);
                any = true;
            } else if (held[i] instanceof SseEventSink sink) {
                held[i] = proxy(SseEventSink.class, sink);
                any = true;
            }
        }
        return any ? held : arguments;
    }

    private Object proxy(Class<?> type, Object target) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> SENDING.contains(method.getName())
                        ? send(target, method, arguments)
                        : call(target, method, arguments));
    }

    private @Nullable Object send(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        var later = new CompletableFuture<@Nullable Object>();
        synchronized (this) {
            if (!open) {
                waiting.add(() -> late(later, target, method, arguments));
                return method.getReturnType() == boolean.class
                        ? Boolean.TRUE
                        : CompletionStage.class.isAssignableFrom(method.getReturnType()) ? later : null;
            }
        }
        return call(target, method, arguments);
    }

    private static void late(
            CompletableFuture<@Nullable Object> later, Object target, Method method, Object @Nullable [] arguments) {
        try {
            if (call(target, method, arguments) instanceof CompletionStage<?> stage) {
                stage.whenComplete((value, failure) -> {
                    if (failure == null) {
                        later.complete(value);
                    } else {
                        later.completeExceptionally(failure);
                    }
                });
            }
        } catch (Throwable e) {
            later.completeExceptionally(e);
        }
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** Lets everything through, from now on and what has waited. */
    void release() {
        List<Runnable> now;
        synchronized (this) {
            open = true;
            now = List.copyOf(waiting);
            waiting.clear();
        }
        now.forEach(Runnable::run);
    }

    /** Drops what has waited: the method failed, and its exception is the answer. */
    synchronized void discard() {
        open = true;
        waiting.clear();
    }
}
