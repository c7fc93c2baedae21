package org.mizan.it.app.cache;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The table; knows nothing of the library. */
@ApplicationScoped
public class Rows {
    public static final String SOURCE = "java:app/jdbc/accounts";

    @Resource(lookup = SOURCE)
    private DataSource source;

    /** The name of a user; {@code none} when there is no such row. */
    public String name(long userId) {
        try (var connection = source.getConnection();
                var query = connection.prepareStatement("select name from account where id = ?")) {
            query.setLong(1, userId);
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "none";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a row, in the transaction that is active, if one is. */
    public void write(long userId, String name) {
        try (var connection = source.getConnection();
                var update = connection.prepareStatement("merge into account (id, name) values (?, ?)")) {
            update.setLong(1, userId);
            update.setString(2, name);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
