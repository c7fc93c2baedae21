package org.mizan.samples.storefront.data;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.mizan.Invalidations;
import org.mizan.samples.storefront.signin.Passwords;

/**
 * Writes the {@link Seed} into an empty database, in one transaction.
 *
 * <p>JDBC rather than JPA: the keys are given, twenty thousand rows want batches, and no entity is of use afterwards.
 */
@ApplicationScoped
public class SeedLoader {
    private static final Logger LOG = Logger.getLogger(SeedLoader.class.getName());
    private static final int BATCH = 500;

    @Resource(lookup = "java:app/jdbc/storefront")
    DataSource source;

    @Inject
    Passwords passwords;

    @Inject
    Invalidations invalidations;

    /** Loads the seed unless it has been loaded; of several nodes that start at once, one does and the others wait. */
    @Transactional(rollbackOn = SQLException.class)
    public void loadOnce() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            if (isSeeded(statement)) {
                return;
            }
            long start = System.nanoTime();
            Seed seed = new Seed();
            insert(connection, "category (id, slug, name, blurb)", seed.categories());
            insert(
                    connection,
                    "product (id, category_id, slug, name, description, price, stock, review_count, rating_sum, added,"
                            + " version)",
                    seed.products());
            insert(connection, "customer (id, name, email, since)", seed.customers());
            insert(connection, "account (name, password, role)", seed.accounts(passwords::hash));
            insert(
                    connection,
                    "review (id, product_id, customer_id, author, rating, body, helpful, written)",
                    seed.reviews());
            insert(
                    connection,
                    "purchase_order (id, customer_id, placed_at, status, shipping, total, ship_name, ship_street,"
                            + " ship_zip, ship_city, ship_country)",
                    seed.orders());
            insert(connection, "order_line (id, order_id, product_id, name, quantity, unit_price)", seed.orderLines());
            statement.executeUpdate("UPDATE shop SET seeded = TRUE WHERE id = 1");
            // Behind the back of every @Client method; a cache in Redis may remember an earlier database.
            invalidations.everything();
            LOG.info(() ->
                    seed.products().size() + " products loaded in " + (System.nanoTime() - start) / 1_000_000 + " ms");
        }
    }

    private static boolean isSeeded(Statement statement) throws SQLException {
        try (ResultSet shop = statement.executeQuery("SELECT seeded FROM shop WHERE id = 1 FOR UPDATE")) {
            return shop.next() && shop.getBoolean(1);
        }
    }

    private static void insert(Connection connection, String into, Collection<List<Object>> rows) throws SQLException {
        int columns = into.split(",").length;
        String sql = "INSERT INTO " + into + " VALUES (?" + ", ?".repeat(columns - 1) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int pending = 0;
            for (List<Object> row : rows) {
                for (int i = 0; i < columns; i++) {
                    statement.setObject(i + 1, row.get(i));
                }
                statement.addBatch();
                if (++pending == BATCH) {
                    statement.executeBatch();
                    pending = 0;
                }
            }
            if (pending > 0) {
                statement.executeBatch();
            }
        }
    }
}
