package org.mizan.it.app.people;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.mizan.Client;

/** Reads and changes users; a user that nobody named is called nobody. */
@ApplicationScoped
@DataSourceDefinition(
        name = Users.SOURCE,
        className = "org.h2.jdbcx.JdbcDataSource",
        url = "jdbc:h2:mem:people;DB_CLOSE_DELAY=-1",
        user = "sa",
        password = "")
public class Users {
    public static final String SOURCE = "java:app/jdbc/people";

    @PersistenceContext
    private EntityManager entities;

    public record Profile(long id, String name) {}

    @Client(context = UserContext.class)
    public Profile userProfile(long userId) {
        return new Profile(userId, name(userId));
    }

    @Client(context = UserContext.class)
    public List<String> userOrders(long userId) {
        return List.of("order of " + userId);
    }

    @Client(affects = UserContext.class)
    @Transactional
    public void rename(long userId, @NotBlank String name) {
        write(userId, name);
    }

    String name(long userId) {
        var person = entities.find(Person.class, userId);
        return person == null ? "nobody" : person.name();
    }

    void write(long userId, String name) {
        var person = entities.find(Person.class, userId);
        if (person == null) {
            entities.persist(new Person(userId, name));
        } else {
            person.rename(name);
        }
    }
}
