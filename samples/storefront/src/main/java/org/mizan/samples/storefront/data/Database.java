package org.mizan.samples.storefront.data;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Declares the data source; when the application starts, makes the schema and has it filled if it is empty. */
@ApplicationScoped
@DataSourceDefinition(
        name = "java:app/jdbc/storefront",
        className = "org.mizan.samples.storefront.data.ShopDataSource",
        minPoolSize = 1,
        maxPoolSize = 20,
        properties = "settings=storefront.jdbc")
public class Database {

    @Resource(lookup = "java:app/jdbc/storefront")
    DataSource source;

    @Inject
    SeedLoader seed;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        try {
            makeSchema();
            seed.loadOnce();
        } catch (SQLException e) {
            throw new IllegalStateException("the storefront's database cannot be prepared", e);
        }
    }

    private void makeSchema() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : script().split(";\\s*\\R")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    private static String script() {
        try (InputStream in = Database.class.getResourceAsStream("/schema.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
