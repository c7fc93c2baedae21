package org.mizan.it.app.cache;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.mizan.Client;
import org.mizan.Invalidations;

/** Reads of two contexts and mutations by the way they end. */
@ApplicationScoped
public class Accounts {
    @Inject
    private Rows rows;

    @Inject
    private Invalidations invalidations;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);

    @Client(context = AccountContext.class)
    public String account(long userId, int page) {
        return rows.name(userId) + " " + page;
    }

    @Client(context = AuditContext.class)
    @RolesAllowed({"auditor", "admin"})
    public String audit(long userId) {
        return rows.name(userId);
    }

    @Client(affects = {AccountContext.class, AuditContext.class})
    @Transactional
    public void rename(long userId, String name) {
        rows.write(userId, name);
    }

    @Client(affects = AccountContext.class)
    @Transactional
    public void rollsBack(long userId, String name) {
        rows.write(userId, name);
        transactions.setRollbackOnly();
    }

    @Client(affects = AccountContext.class)
    @Transactional(dontRollbackOn = IllegalStateException.class)
    public void commitsAndThrows(long userId, String name) {
        rows.write(userId, name);
        throw new IllegalStateException("after the write");
    }

    @Client(affects = AccountContext.class)
    public void withoutTransaction(long userId, String name) {
        rows.write(userId, name);
    }

    /** Adds its target while it runs. */
    @Client
    @Transactional
    public void adds(long id, String name) {
        rows.write(id, name);
        invalidations.add(AccountContext.class, Map.of("userId", id));
    }

    /** Waits, after its write, until it may end. */
    @Client(affects = AccountContext.class)
    @Transactional
    public void slow(long userId, String name) throws InterruptedException {
        begun.release();
        if (!mayEnd.tryAcquire(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody let it end");
        }
        rows.write(userId, name);
    }

    @Client
    public boolean slowHasBegun() throws InterruptedException {
        return begun.tryAcquire(20, TimeUnit.SECONDS);
    }

    @Client
    public void slowMayEnd() {
        mayEnd.release();
    }

    @Client
    public void everything() {
        invalidations.everything();
    }
}
