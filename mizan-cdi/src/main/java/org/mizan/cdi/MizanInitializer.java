package org.mizan.cdi;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mizan.cdi.identity.CallerFilter;
import org.mizan.cdi.identity.LoginListener;
import org.mizan.cdi.prerender.PrerenderFilter;
import org.mizan.cdi.request.ExposingFilter;
import org.mizan.cdi.route.RouteFilter;
import org.mizan.cdi.route.RouteServlet;
import org.mizan.cdi.route.RouteTable;
import org.mizan.cdi.runtime.Deployment;

/**
 * Registers the filter that exposes the response, before all others, and those that see the request as the
 * application's own filters left it, one of which answers with kept pages, with the servlet of the {@code @Route}s.
 *
 * <p>It also declares the application's roles: a role that only {@code mizan.roles} names is in no annotation or
 * descriptor that a container reads, and without that some containers put nobody into it.
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
        filter(context, "org.mizan.exposing", ExposingFilter.class, false);
        filter(context, "org.mizan.caller", CallerFilter.class, true);
        if (PrerenderFilter.isNeeded(deployments.get())) {
            filter(context, "org.mizan.prerender", PrerenderFilter.class, true);
        }
        context.addListener(LoginListener.class);
        context.declareRoles(deployments.get().declaredRoles().toArray(String[]::new));
        if (!new RouteTable(deployments.get().registry()).isEmpty()) {
            filter(context, "org.mizan.routing", RouteFilter.class, true);
            context.addServlet(RouteServlet.NAME, RouteServlet.class).setAsyncSupported(true);
        }
    }

    private static void filter(ServletContext context, String name, Class<? extends Filter> type, boolean last) {
        var filter = context.addFilter(name, type);
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC), last, "/*");
    }
}
