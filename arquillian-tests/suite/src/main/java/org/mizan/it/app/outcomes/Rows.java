package org.mizan.it.app.outcomes;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The table; knows nothing of the library. */
@ApplicationScoped
@DataSourceDefinition(
        name = Rows.SOURCE,
        className = "org.h2.jdbcx.JdbcDataSource",
        url = "jdbc:h2:mem:outcomes;DB_CLOSE_DELAY=-1",
        user = "sa",
        password = "")
public class Rows {
    public static final String SOURCE = "java:app/jdbc/outcomes";

    @PersistenceContext
    private EntityManager entities;

    /** The name of an item; {@code none} when there is no such row. */
    public String name(long id) {
        var item = entities.find(Item.class, id);
        return item == null ? "none" : item.name();
    }

    /** Writes a row, in the caller's transaction or one of its own. */
    @Transactional
    public void write(long id, String name) {
        var item = entities.find(Item.class, id);
        if (item == null) {
            entities.persist(new Item(id, name));
        } else {
            item.rename(name);
        }
    }

    /** Sends what was written to the database, where only the transaction can take it back. */
    @Transactional
    public void flush() {
        entities.flush();
    }
}
