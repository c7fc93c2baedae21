package org.mizan.it.app.input;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.mizan.Client;

/** Rows, to see what was written and what was not. */
@ApplicationScoped
@DataSourceDefinition(
        name = Ledger.SOURCE,
        className = "org.h2.jdbcx.JdbcDataSource",
        url = "jdbc:h2:mem:input;DB_CLOSE_DELAY=-1",
        user = "sa",
        password = "")
public class Ledger {
    public static final String SOURCE = "java:app/jdbc/input";

    @PersistenceContext
    private EntityManager entities;

    @Client(context = EntryContext.class)
    public String entry(String name) {
        var found = entities.find(Entry.class, name);
        return found == null ? "none" : found.content();
    }

    @Client(affects = EntryContext.class)
    @Transactional
    public void write(String name, String content) {
        var found = entities.find(Entry.class, name);
        if (found == null) {
            entities.persist(new Entry(name, content));
        } else {
            found.change(content);
        }
        entities.flush();
    }

    /** The first write is in the database when the second step fails. */
    @Client(affects = EntryContext.class)
    @Transactional
    public void writeAndFail(String name, String content) {
        write(name, content);
        throw new IllegalStateException("jdbc:h2:mem:input password=" + Inputs.SECRET);
    }
}
