package org.mizan.cdi.rest;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mizan.cdi.runtime.Deployment;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.RouteModel;

/**
 * Registers the filter that exposes the response, before all others, and the servlet of the {@code @Route}s.
 *
 * <p>An initializer, because the three servers call it also with {@code metadata-complete}, after CDI is up.
 */
public class MizanInitializer implements ServletContainerInitializer {

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
        var deployments = CDI.current().select(Deployment.class);
        if (!deployments.isResolvable()) {
            return;
        }
        var filter = context.addFilter("org.mizan.exposing", ExposingFilter.class);
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC), false, "/*");
        var mappings = new TreeSet<String>();
        for (var function : deployments.get().registry().functions().values()) {
            mapping(function, mappings);
        }
        if (!mappings.isEmpty()) {
            var servlet = context.addServlet("org.mizan.routes", RouteServlet.class);
            servlet.setAsyncSupported(true);
            servlet.addMapping(mappings.toArray(String[]::new));
        }
    }

    /** A literal path is mapped exactly; the literal beginning of others, with everything below it. */
    private static void mapping(FunctionModel function, Set<String> mappings) {
        var route = function.route();
        if (route == null) {
            return;
        }
        var literal = route.segments().stream()
                .takeWhile(segment -> !RouteModel.isParameter(segment))
                .toList();
        var prefix = "/" + String.join("/", literal);
        mappings.add(literal.size() == route.segments().size() ? prefix : prefix + "/*");
    }
}
