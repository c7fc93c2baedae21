package org.mizan.ssr.runtime;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mizan.ssr.asset.AssetPath;

/** Registers the servlet of the client's files and has the workers warmed, in applications that have views. */
public class SsrInitializer implements ServletContainerInitializer {

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
        var runtimes = CDI.current().select(SsrRuntime.class);
        if (runtimes.isResolvable() && runtimes.get().open(context)) {
            context.addServlet("org.mizan.assets", AssetServlet.class).addMapping(AssetPath.BELOW_THE_ROOT + "*");
        }
    }
}
