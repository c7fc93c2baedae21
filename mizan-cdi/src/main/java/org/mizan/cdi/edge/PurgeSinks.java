package org.mizan.cdi.edge;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.mizan.cdi.interceptor.StaleListener;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.edge.Purges;
import org.mizan.core.protocol.TargetSet;
import org.mizan.spi.PurgeSink;

/** Tells all sinks of the application, with or without an origin cache. */
@ApplicationScoped
class PurgeSinks implements StaleListener {
    @Inject
    MizanRuntime runtime;

    @Inject
    @Any
    Instance<PurgeSink> sinks;

    private Purges purges;

    @PostConstruct
    void start() {
        purges = new Purges(runtime.settings(), sinks.stream().toList());
    }

    @Override
    public void stale(TargetSet targets) {
        purges.tell(targets);
    }

    @PreDestroy
    void stop() {
        purges.close();
    }
}
