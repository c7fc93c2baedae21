package org.mizan.cdi.runtime;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.SortedSet;
import org.mizan.cdi.transaction.NoTransactions;
import org.mizan.cdi.transaction.Transactions;
import org.mizan.core.bind.JsonMapper;
import org.mizan.core.cache.OriginCache;
import org.mizan.core.cache.setup.CacheSetup;
import org.mizan.core.call.Pipeline;
import org.mizan.core.config.Settings;
import org.mizan.core.schema.Registry;
import org.mizan.core.token.MwtIssuer;
import org.mizan.core.token.MwtSetup;
import org.mizan.core.token.MwtVerifier;
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
    private Optional<MwtIssuer> issuer;
    private Optional<MwtVerifier> verifier;

    @PostConstruct
    void start() {
        mapper = new JsonMapper();
        transactions = platformTransactions.isResolvable() ? platformTransactions.get() : new NoTransactions();
        cache = new CacheSetup(deployment.settings().cache())
                .open(partitions.isResolvable() ? partitions.get() : () -> "", deployment.registry());
        var tokens = new MwtSetup(deployment.settings().mwt());
        issuer = tokens.issuer(mapper.provider(), Clock.systemUTC());
        verifier = tokens.verifier(mapper.provider(), Clock.systemUTC());
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

    /** Issues tokens of the library's own, unless they are off. */
    public Optional<MwtIssuer> issuer() {
        return issuer;
    }

    /** Verifies them, unless they are off. */
    public Optional<MwtVerifier> verifier() {
        return verifier;
    }

    /** The roles that guards mention, those of resources read late included, and those of the settings. */
    public SortedSet<String> declaredRoles() {
        var roles = deployment.declaredRoles();
        roles.addAll(functions.roles());
        return roles;
    }

    /** JSON-P and JSON-B of the application. */
    public JsonMapper mapper() {
        return mapper;
    }
}
