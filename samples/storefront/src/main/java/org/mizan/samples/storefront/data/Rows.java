package org.mizan.samples.storefront.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.Map;
import org.mizan.MizanException;

/** Finds rows by their keys; one that does not exist is the answer 404 with a code of its own. */
@ApplicationScoped
public class Rows {

    @PersistenceContext
    EntityManager em;

    /** The row to read. */
    public <T> T get(Class<T> type, Object id) {
        return existing(em.find(type, id), type, id);
    }

    /**
     * The row to change, locked until the transaction ends. Who needs several takes the cart or order first, then
     * products by ascending id.
     */
    public <T> T lock(Class<T> type, Object id) {
        T row = get(type, id);
        // A row that this transaction has read already may have changed since: a lock alone would keep the old state on
        // one persistence provider and fail on the version with another. The flush keeps what was changed before.
        em.flush();
        em.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        return row;
    }

    private static <T> T existing(T row, Class<T> type, Object id) {
        if (row == null) {
            throw missing(type, id);
        }
        return row;
    }

    /** The answer for a row that does not exist: {@code NO_SUCH_PRODUCT}, {@code NO_SUCH_CART}, … */
    public static MizanException missing(Class<?> type, Object id) {
        String table = type.getAnnotation(Table.class).name();
        return new MizanException(
                404,
                "NO_SUCH_" + table.toUpperCase(Locale.ROOT),
                "There is no such " + table.replace('_', ' ') + ".",
                Map.of("id", id.toString()));
    }
}
