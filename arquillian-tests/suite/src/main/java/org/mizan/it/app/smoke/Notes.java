package org.mizan.it.app.smoke;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** The notes in the database. */
@ApplicationScoped
@DataSourceDefinition(
        name = Notes.SOURCE,
        className = "org.h2.jdbcx.JdbcDataSource",
        url = "jdbc:h2:mem:smoke;DB_CLOSE_DELAY=-1",
        user = "sa",
        password = "")
public class Notes {
    public static final String SOURCE = "java:app/jdbc/smoke";

    @PersistenceContext
    private EntityManager entities;

    @Transactional
    public void add(String text) {
        entities.persist(new Note(text));
    }

    /** Written, then refused: the row must not stay. */
    @Transactional
    public void addAndFail(String text) {
        add(text);
        throw new IllegalStateException("refused");
    }

    public List<String> all() {
        return entities.createQuery("select n from Note n order by n.id", Note.class)
                .getResultStream()
                .map(Note::text)
                .toList();
    }
}
