package org.mizan.cdi.runtime;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.mizan.cdi.transaction.NoTransactions;
import org.mizan.cdi.transaction.Transactions;
import org.mizan.core.bind.JsonMapper;
import org.mizan.core.cache.OriginCache;
import org.mizan.core.cache.setup.CacheSetup;
import org.mizan.core.call.Pipeline;
import org.mizan.core.config.Settings;
import org.mizan.core.schema.Registry;
import org.mizan.spi.CachePartition;

/** The composition root: one pipeline for the application, made at first use and closed with it. */
@ApplicationScoped
public class MizanRuntime {
    @Inject
    Deployment deployment;

    @Inject
    CdiBeanInvoker beans;

    @Inject
    Instance<Transactions> platformTransactions;

    @Inject
    Instance<CachePartition> partitions;

    private JsonMapper mapper;
    private Pipeline pipeline;
    private LateFunctions functions;
    private Transactions transactions;
    private Optional<OriginCache> cache;

    @PostConstruct
    void start() {
        mapper = new JsonMapper();
        transactions = platformTransactions.isResolvable() ? platformTransactions.get() : new NoTransactions();
        cache = new CacheSetup(deployment.settings().cache())
                .open(partitions.isResolvable() ? partitions.get() : () -> "", deployment.registry());
        pipeline = new Pipeline(deployment.registry(), deployment.settings(), mapper, beans, cache.orElse(null));
        functions = new LateFunctions(deployment.registry(), deployment.settings(), deployment.classes());
    }

    @PreDestroy
    void stop() {
        cache.ifPresent(OriginCache::close);
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

    /** The transactions of the platform. */
    public Transactions transactions() {
        return transactions;
    }

    /** The origin cache, unless it is off. */
    public Optional<OriginCache> cache() {
        return cache;
    }

    /** JSON-P and JSON-B of the application. */
    public JsonMapper mapper() {
        return mapper;
    }
}
