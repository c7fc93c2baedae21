package org.mizan.cdi;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.mizan.Client;
import org.mizan.Guard;
import org.mizan.Prerender;
import org.mizan.ReactContext;
import org.mizan.cdi.config.SettingsSources;
import org.mizan.cdi.identity.MwtFunctions;
import org.mizan.cdi.runtime.Deployment;
import org.mizan.core.cache.setup.CacheSetup;
import org.mizan.core.config.Settings;
import org.mizan.core.config.SettingsReader;
import org.mizan.core.manifest.EdgeManifest;
import org.mizan.core.problem.Problems;
import org.mizan.core.schema.build.RegistryBuilder;
import org.mizan.core.token.MwtSetup;
import org.mizan.spi.CachePartition;

/**
 * The portable extension: sees which classes have {@code @Client} methods, has their registry built, and refuses the
 * deployment with everything that is wrong with them at once.
 *
 * <p>Its state belongs to one deployment and is dropped when the {@link Deployment} is registered as a bean.
 */
public class MizanExtension implements Extension {
    private static final Logger LOG = System.getLogger(MizanExtension.class.getName());

    private final Set<Class<?>> classes = new LinkedHashSet<>();
    private final Set<Class<?>> guards = new HashSet<>();

    <T> void functions(@Observes @WithAnnotations({Client.class, Prerender.class}) ProcessAnnotatedType<T> event) {
        var type = event.getAnnotatedType().getJavaClass();
        if (type != MwtFunctions.class
                && !type.isInterface()
                && !type.isAnnotationPresent(jakarta.interceptor.Interceptor.class)) {
            classes.add(type);
        }
    }

    <T extends ReactContext> void contexts(@Observes ProcessAnnotatedType<T> event) {
        classes.add(event.getAnnotatedType().getJavaClass());
    }

    /** Beans of every kind: managed ones, enterprise beans and what producers make. */
    void guards(@Observes ProcessBean<?> event) {
        for (var type : event.getBean().getTypes()) {
            if (type instanceof Class<?> guard && Guard.class.isAssignableFrom(guard)) {
                guards.add(guard);
            }
        }
    }

    void build(@Observes AfterBeanDiscovery event) {
        var problems = new Problems();
        var settings = new SettingsReader(SettingsSources.find(MizanExtension.class.getClassLoader()), problems).read();
        new CacheSetup(settings.cache()).check(problems);
        new MwtSetup(settings.mwt()).check(problems);
        if (settings.mwt().secret() != null) {
            classes.add(MwtFunctions.class);
        }
        var registry =
                new RegistryBuilder(settings.naming(), settings.security().defaultAccess(), problems).build(classes);
        for (var function : registry.functions().values()) {
            for (var guard : function.guards()) {
                if (!guards.contains(guard)) {
                    problems.add(CdiMessages.guardIsNoBean(function.place(), guard));
                }
            }
        }
        if (settings.manifest().exposed()) {
            EdgeManifest.check(registry, settings.manifest(), problems);
        }
        if (problems.errors().isEmpty()) {
            register(event, new Deployment(registry, settings, Set.copyOf(classes)));
        } else {
            event.addDefinitionError(new DeploymentException(problems.report()));
        }
        problems.warnings().forEach(warning -> LOG.log(Level.WARNING, warning.toString()));
        classes.clear();
        guards.clear();
    }

    void partition(@Observes AfterDeploymentValidation event, BeanManager manager) {
        try {
            manager.resolve(manager.getBeans(CachePartition.class));
        } catch (AmbiguousResolutionException e) {
            var problems = new Problems();
            problems.add(CdiMessages.partitionsAreAmbiguous(String.valueOf(e.getMessage())));
            event.addDeploymentProblem(new DeploymentException(problems.report()));
        }
    }

    private static void register(AfterBeanDiscovery event, Deployment deployment) {
        event.addBean()
                .beanClass(Deployment.class)
                .types(Deployment.class)
                .scope(Singleton.class)
                .createWith(context -> deployment);
        event.addBean()
                .beanClass(Settings.class)
                .types(Settings.class)
                .scope(Singleton.class)
                .createWith(context -> deployment.settings());
        LOG.log(
                Level.INFO,
                "Mizan serves {0} functions in {1} contexts",
                deployment.registry().functions().size(),
                deployment.registry().contexts().size());
    }
}
