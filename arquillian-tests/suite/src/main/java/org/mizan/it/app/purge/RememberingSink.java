package org.mizan.it.app.purge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mizan.Client;
import org.mizan.spi.PurgeSink;

/** Remembers what it was told, and says so. */
@ApplicationScoped
public class RememberingSink implements PurgeSink {
    private final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public void purge(List<Stale> stale) {
        stale.forEach(target -> told.add(target.header()));
    }

    @Client
    public List<String> toldSink() {
        return List.copyOf(told);
    }
}
