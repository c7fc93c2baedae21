package org.mizan.ssr.mvc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.inject.Inject;

/**
 * Lets Krazo's filter of forms be one object for all requests.
 *
 * <p>Krazo (3.0.1, {@code FormMethodOverwriteFilter}) makes one for each request, and its constructor looks through all
 * archives for a service file: seen on WildFly, 6 % of the processor time of a page. It keeps nothing of a request. It is
 * known by name; where it is not there, or named otherwise, nothing happens.
 */
public class KrazoFormFilter implements Extension {
    private static final String FILTER = "org.eclipse.krazo.forms.FormMethodOverwriteFilter";

    <T> void filter(@Observes @WithAnnotations(Inject.class) ProcessAnnotatedType<T> event) {
        if (event.getAnnotatedType().getJavaClass().getName().equals(FILTER)
                && event.getAnnotatedType().isAnnotationPresent(RequestScoped.class)) {
            event.configureAnnotatedType()
                    .remove(RequestScoped.class::isInstance)
                    .add(ApplicationScoped.Literal.INSTANCE);
        }
    }
}
