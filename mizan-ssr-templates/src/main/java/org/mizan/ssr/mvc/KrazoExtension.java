package org.mizan.ssr.mvc;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Inject;

/**
 * Lets Krazo be told that pages for everybody have no token against forged forms.
 *
 * <p>Krazo makes a token for every answer of a controller, whether the view shows it or not, and a session to keep it in:
 * no such page could be kept. It is known by name, for Jakarta MVC has no such question; where it is not there, or named
 * otherwise, nothing happens and such pages are not kept.
 */
public class KrazoExtension implements Extension {
    private static final String CONFIGURATION = "org.eclipse.krazo.KrazoConfig";
    private static final String QUESTION = "getCsrfOptions";

    private static final class SharedPageLiteral extends AnnotationLiteral<SharedPage> implements SharedPage {
        private static final long serialVersionUID = 1L;
    }

    <T> void configuration(@Observes @WithAnnotations(Inject.class) ProcessAnnotatedType<T> event) {
        if (event.getAnnotatedType().getJavaClass().getName().equals(CONFIGURATION)) {
            event.configureAnnotatedType()
                    .filterMethods(method -> method.getJavaMember().getName().equals(QUESTION))
                    .forEach(method -> method.add(new SharedPageLiteral()));
        }
    }
}
