package org.mizan.it.app.outcomes;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import org.mizan.Client;

/** Mutations by the way they end. */
@ApplicationScoped
public class Items {
    @Inject
    private Rows rows;

    @Inject
    private Inner inner;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @Resource(lookup = "java:comp/UserTransaction")
    private UserTransaction byHand;

    @Client(context = ItemContext.class)
    public String item(long id) {
        return rows.name(id);
    }

    @Client(context = OtherContext.class)
    public String other(long id) {
        return "other " + id;
    }

    @Client(affects = ItemContext.class)
    @Transactional
    public void committed(long id) {
        rows.write(id, "committed");
    }

    @Client(affects = ItemContext.class)
    @Transactional
    public void failsAfterItsFirstWrite(long id) {
        rows.write(id, "first");
        rows.flush();
        throw new IllegalStateException("secret");
    }

    @Client(affects = ItemContext.class)
    @Transactional(dontRollbackOn = IllegalStateException.class)
    public void committedDespiteException(long id) {
        rows.write(id, "despite");
        throw new IllegalStateException("secret");
    }

    @Client(affects = ItemContext.class)
    @Transactional
    public void committedDespiteCheckedException(long id) throws IOException {
        rows.write(id, "checked");
        throw new IOException("secret");
    }

    @Client(affects = ItemContext.class)
    @Transactional
    public long committedButUnfit(long id) {
        rows.write(id, "unfit");
        return Long.MAX_VALUE;
    }

    @Client(affects = ItemContext.class)
    @Transactional
    public void rolledBackWithoutException(long id) {
        rows.write(id, "silent");
        transactions.setRollbackOnly();
    }

    @Client(affects = ItemContext.class)
    @Transactional
    public void rollbackOnlyFirst(long id) {
        transactions.setRollbackOnly();
    }

    @Client
    @Transactional
    public void newInsideOneThatRollsBack(long id) {
        inner.inNew(id);
        throw new IllegalStateException("secret");
    }

    @Client(affects = OtherContext.class)
    @Transactional
    public void rollsBackAroundNew(long id) {
        inner.inNew(id);
        transactions.setRollbackOnly();
    }

    @Client(affects = OtherContext.class)
    @Transactional
    public void survivesNewThatRollsBack(long id) {
        rows.write(id, "survived");
        try {
            inner.inNewFailing(id);
        } catch (IllegalStateException e) {
            // the outer work goes on
        }
    }

    @Client(affects = ItemContext.class)
    public void noTransaction(long id) {
        rows.write(id, "none around");
    }

    @Client(affects = ItemContext.class)
    public void noTransactionThrowing(long id) {
        rows.write(id, "none around");
        throw new IllegalStateException("secret");
    }

    @Client
    @Transactional
    public void notSupportedInsideOneThatRollsBack(long id) {
        inner.notSupported(id);
        transactions.setRollbackOnly();
    }

    @Client(affects = ItemContext.class)
    public void byHandCommitted(long id) throws Exception {
        byHand.begin();
        rows.write(id, "by hand");
        byHand.commit();
    }

    @Client(affects = OtherContext.class)
    @Transactional
    public void nested(long id) {
        inner.joined(id);
        inner.joined(id);
    }

    @Client(affects = ItemContext.class)
    @Transactional
    public void nestedOfTheSame(long id) {
        inner.joined(id);
    }
}
