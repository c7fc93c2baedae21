package org.mizan.cdi.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mizan.Caller;
import org.mizan.Guard;
import org.mizan.cdi.validation.ArgumentValidator;
import org.mizan.spi.BeanInvoker;

/**
 * Reaches beans through their contextual references.
 *
 * <p>The proxy of a normal-scoped bean is kept, as it stands for whatever instance is current; a dependent bean is
 * made for one call and destroyed after it.
 */
@ApplicationScoped
public class CdiBeanInvoker implements BeanInvoker {
    @Inject
    BeanManager manager;

    private final Map<Class<?>, Bean<?>> beans = new ConcurrentHashMap<>();
    private final Map<Class<?>, Object> proxies = new ConcurrentHashMap<>();
    private volatile @Nullable Optional<ArgumentValidator> validator;

    @FunctionalInterface
    private interface Use<R extends @Nullable Object> {
        R on(Object reference) throws Throwable;
    }

    @Override
    public @Nullable Object invoke(Class<?> bean, Method method, @Nullable Object[] arguments) throws Throwable {
        return with(bean, reference -> {
            try {
                return method.invoke(reference, arguments);
            } catch (InvocationTargetException e) {
                throw unwrapped(e.getTargetException());
            }
        });
    }

    /** An enterprise bean's container wraps what its method threw. */
    private static Throwable unwrapped(Throwable thrown) {
        boolean wrapper = thrown.getClass().getName().equals("jakarta.ejb.EJBException");
        return wrapper && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    @Override
    public boolean permits(Class<? extends Guard> guard, Caller caller, Map<String, Object> arguments) {
        try {
            return with(guard, reference -> ((Guard) reference).permits(caller, arguments));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Violation> validate(Class<?> bean, Method method, @Nullable Object[] arguments) {
        var found = validator();
        if (found.isEmpty() || !found.get().constrains(bean, method)) {
            return List.of();
        }
        try {
            return with(bean, reference -> found.get().validate(reference, method, arguments));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<ArgumentValidator> validator() {
        var found = validator;
        if (found == null) {
            found = ArgumentValidator.find(manager);
            validator = found;
        }
        return found;
    }

    private <R extends @Nullable Object> R with(Class<?> type, Use<R> use) throws Throwable {
        var proxy = proxies.get(type);
        if (proxy != null) {
            return use.on(proxy);
        }
        var bean = beans.computeIfAbsent(type, this::bean);
        CreationalContext<?> context = manager.createCreationalContext(bean);
        var reference = manager.getReference(bean, type, context);
        if (manager.isNormalScope(bean.getScope())) {
            proxies.put(type, reference);
            return use.on(reference);
        }
        try {
            return use.on(reference);
        } finally {
            context.release();
        }
    }

    private Bean<?> bean(Class<?> type) {
        var found = manager.getBeans(type, Any.Literal.INSTANCE);
        var exact = found.stream().filter(bean -> bean.getBeanClass() == type).toList();
        Bean<?> bean = exact.size() == 1 ? exact.get(0) : manager.resolve(Set.copyOf(found));
        if (bean == null) {
            throw new IllegalStateException("MIZAN-00750: " + type.getName()
                    + ": it is no CDI bean, so its functions cannot be called. Annotate it @ApplicationScoped or"
                    + " @RequestScoped.");
        }
        return bean;
    }
}
