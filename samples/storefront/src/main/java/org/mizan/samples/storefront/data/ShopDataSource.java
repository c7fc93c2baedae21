package org.mizan.samples.storefront.data;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Locale;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The shop's database: H2 in memory, or whatever {@code storefront.jdbc.url} says (H2 or PostgreSQL).
 *
 * <p>The server instantiates it because {@link Database} names it in a {@code @DataSourceDefinition}, and puts its own
 * pool in front of it. Placeholders in that annotation would be less code, but none has a default on all three servers.
 * Each setting is read from the system property, then from the environment ({@code STOREFRONT_JDBC_URL}). Thread-safe.
 */
public class ShopDataSource implements DataSource {
    private static final String IN_MEMORY = "jdbc:h2:mem:storefront;DB_CLOSE_DELAY=-1";

    private final String url = setting("url", IN_MEMORY);
    private final DataSource driver = url.startsWith("jdbc:postgresql:") ? postgresql() : h2();
    private String settings = "storefront.jdbc";

    private DataSource h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser(setting("user", "sa"));
        source.setPassword(setting("password", ""));
        return source;
    }

    private DataSource postgresql() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(setting("user", "storefront"));
        source.setPassword(setting("password", ""));
        return source;
    }

    private static String setting(String name, String otherwise) {
        String key = "storefront.jdbc." + name;
        String value = System.getProperty(
                key, System.getenv(key.toUpperCase(Locale.ROOT).replace('.', '_')));
        return value == null ? otherwise : value;
    }

    /** Tells where the settings are looked for. WildFly accepts no data source without a property; this is ours. */
    public String getSettings() {
        return settings;
    }

    /** Accepts the value that the annotation repeats. */
    public void setSettings(String prefix) {
        settings = prefix;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return driver.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return user == null || user.isEmpty() ? driver.getConnection() : driver.getConnection(user, password);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return driver.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        driver.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        driver.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return driver.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return driver.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        return driver.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || driver.isWrapperFor(type);
    }
}
