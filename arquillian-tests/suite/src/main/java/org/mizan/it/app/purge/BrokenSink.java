package org.mizan.it.app.purge;

import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.util.List;
import org.mizan.spi.PurgeSink;

/** Always fails. */
@Dependent
public class BrokenSink implements PurgeSink {
    @Override
    public void purge(List<Stale> stale) throws IOException {
        throw new IOException("on purpose");
    }
}
