package org.mizan.cdi.runtime;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mizan.core.bind.JsonMapper;
import org.mizan.core.call.Pipeline;
import org.mizan.core.config.Settings;
import org.mizan.core.schema.Registry;

/** The composition root: one pipeline for the application, made at first use and closed with it. */
@ApplicationScoped
public class MizanRuntime {
    @Inject
    Deployment deployment;

    @Inject
    CdiBeanInvoker beans;

    private JsonMapper mapper;
    private Pipeline pipeline;
    private LateFunctions functions;

    @PostConstruct
    void start() {
        mapper = new JsonMapper();
        pipeline = new Pipeline(deployment.registry(), deployment.settings(), mapper, beans);
        functions =
                new LateFunctions(deployment.registry(), deployment.settings().naming(), deployment.classes());
    }

    @PreDestroy
    void stop() {
        mapper.close();
    }

    /** The functions, contexts and types of the application. */
    public Registry registry() {
        return deployment.registry();
    }

    /** The settings of the application. */
    public Settings settings() {
        return deployment.settings();
    }

    /** What answers requests. */
    public Pipeline pipeline() {
        return pipeline;
    }

    /** The functions by method, also those of classes that the extension never saw. */
    public LateFunctions functions() {
        return functions;
    }

    /** JSON-P and JSON-B of the application. */
    public JsonMapper mapper() {
        return mapper;
    }
}
