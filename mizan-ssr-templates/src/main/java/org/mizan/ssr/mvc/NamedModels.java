package org.mizan.ssr.mvc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.mvc.RedirectScoped;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The {@code @Named} beans that the controller used: those of request and redirect scope of which this request has an
 * instance. Beans of longer scopes are not sent to browsers.
 */
@ApplicationScoped
class NamedModels {
    private static final Set<Class<? extends Annotation>> SCOPES = Set.of(RequestScoped.class, RedirectScoped.class);
    /** Named beans of the platform. */
    private static final List<String> PLATFORM = List.of(
            "jakarta.",
            "org.eclipse.krazo.",
            "org.glassfish.",
            "org.jboss.",
            "com.sun.",
            "org.apache.myfaces.",
            "com.ibm.");

    @Inject
    BeanManager manager;

    private volatile @Nullable List<Bean<?>> named;

    /** The instances by name. */
    Map<String, Object> current() {
        var found = new TreeMap<String, Object>();
        for (var bean : named()) {
            var instance = instance(bean);
            if (instance != null) {
                found.put(bean.getName(), instance);
            }
        }
        return found;
    }

    private @Nullable Object instance(Bean<?> bean) {
        try {
            return manager.getContext(bean.getScope()).get(bean);
        } catch (ContextNotActiveException e) {
            return null;
        }
    }

    private List<Bean<?>> named() {
        var known = named;
        if (known == null) {
            known = manager.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                    .filter(bean -> bean.getName() != null && SCOPES.contains(bean.getScope()))
                    .filter(bean -> bean.getQualifiers().stream().anyMatch(Named.class::isInstance))
                    .filter(bean ->
                            PLATFORM.stream().noneMatch(bean.getBeanClass().getName()::startsWith))
                    .toList();
            named = known;
        }
        return known;
    }
}
