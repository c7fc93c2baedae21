package org.mizan.it.app.outcomes;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.mizan.Client;

/** Mutations of an enterprise bean, whose container begins and ends the transaction around all interceptors. */
@Stateless
public class Enterprise {
    @Inject
    private Rows rows;

    @Resource
    private SessionContext session;

    @Client(affects = ItemContext.class)
    public void beanCommitted(long id) {
        rows.write(id, "ejb");
    }

    @Client(affects = ItemContext.class)
    public void beanRolledBack(long id) {
        rows.write(id, "ejb");
        throw new IllegalStateException("secret");
    }

    @Client(affects = ItemContext.class)
    public void beanRolledBackSilently(long id) {
        rows.write(id, "ejb");
        session.setRollbackOnly();
    }
}
