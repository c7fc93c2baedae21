package org.mizan.core.cache.proof;

import java.net.InetAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.h2.tools.Server;

/**
 * Rows with an owner and a version in a real database that several processes share: the truth against which a cache is
 * judged. Row {@code i} belongs to owner {@code i % owners} and begins with version 0; a committed update adds 1.
 *
 * <p>The process that {@link #start}s it has the database in its memory and serves it on the loopback interface; the
 * others {@link #connect} to its port. What was committed is seen by every read that starts later; transactions of a
 * process that dies are rolled back. Each instance has a fixed number of connections, of which a read takes one while
 * it runs and a {@link Change} until it ends; who finds none waits. Thread-safe. Whatever the database refuses is an
 * {@link IllegalStateException}.
 */
public final class VersionedRows implements AutoCloseable {
    private static final int LONGEST_WAIT_SECONDS = 20;

    private final Server server;
    private final Connection owner;
    private final int port;
    private final int size;
    private final BlockingQueue<Connection> free;

    private VersionedRows(Server server, Connection owner, int port, int connections) throws SQLException {
        this.server = server;
        this.owner = owner;
        this.port = port;
        this.size = connections;
        free = new ArrayBlockingQueue<>(connections);
        String url = "jdbc:h2:tcp://" + InetAddress.getLoopbackAddress().getHostAddress() + ':' + port + "/mem:"
                + name(port) + ";IFEXISTS=TRUE;LOCK_TIMEOUT=" + TimeUnit.SECONDS.toMillis(LONGEST_WAIT_SECONDS);
        for (int i = 0; i < connections; i++) {
            Connection connection = DriverManager.getConnection(url);
            connection.setAutoCommit(false);
            free.add(connection);
        }
    }

    private static String name(int port) {
        return "rows" + port;
    }

    /** Starts a database in this process; it ends with {@link #close()}. */
    public static VersionedRows start(int rows, int owners, int connections) {
        try {
            Server server =
                    Server.createTcpServer("-tcpPort", "0", "-tcpDaemon").start();
            int port = server.getPort();
            Connection own = DriverManager.getConnection("jdbc:h2:mem:" + name(port) + ";DB_CLOSE_DELAY=-1");
            try (var statement = own.createStatement()) {
                statement.execute("create table rows(id int primary key, owner int not null, version bigint not null)");
                statement.execute("create index rows_of_owner on rows(owner)");
            }
            try (var insert = own.prepareStatement("insert into rows values (?, ?, 0)")) {
                for (int row = 0; row < rows; row++) {
                    insert.setInt(1, row);
                    insert.setInt(2, row % owners);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            return new VersionedRows(server, own, port, connections);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Connects to the database of another process. */
    public static VersionedRows connect(int port, int connections) {
        try {
            return new VersionedRows(null, null, port, connections);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where other processes connect to. */
    public int port() {
        return port;
    }

    /** The version of a row as it is committed. */
    public long read(int row) {
        return with(connection -> {
            try (var select = connection.prepareStatement("select version from rows where id = ?")) {
                return version(select, row);
            }
        });
    }

    /** The versions of an owner's rows by row, as one statement sees them. */
    public SortedMap<Integer, Long> readOwner(int owner) {
        return with(connection -> {
            try (var select = connection.prepareStatement("select id, version from rows where owner = ?")) {
                select.setInt(1, owner);
                var versions = new TreeMap<Integer, Long>();
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        versions.put(found.getInt(1), found.getLong(2));
                    }
                }
                return versions;
            }
        });
    }

    /** Updates a row in a transaction of its own, and returns its new version when that is committed. */
    public long update(int row) {
        return update(new int[] {row})[0];
    }

    /** Updates rows in one transaction, and returns their new versions, in the order asked, when that is committed. */
    public long[] update(int... rows) {
        try (Change change = begin(rows)) {
            change.commit();
            return change.versions();
        }
    }

    /** Updates rows in a transaction and rolls it back. */
    public void updateAndRollBack(int... rows) {
        begin(rows).close();
    }

    /** Updates rows in a transaction that stays open; until it ends, other updates of these rows wait for it. */
    public Change begin(int... rows) {
        Connection connection = take();
        try {
            return new Change(connection, rows);
        } catch (SQLException e) {
            giveBack(connection);
            throw new IllegalStateException(e);
        }
    }

    private static long version(PreparedStatement select, int row) throws SQLException {
        select.setInt(1, row);
        try (ResultSet found = select.executeQuery()) {
            if (!found.next()) {
                throw new SQLException("no row " + row);
            }
            return found.getLong(1);
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        Connection connection = take();
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            giveBack(connection);
        }
    }

    private Connection take() {
        try {
            Connection connection = free.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            if (connection == null) {
                throw new IllegalStateException("all " + size + " connections are taken");
            }
            return connection;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void giveBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            free.add(connection);
        }
    }

    /** Closes the connections that nobody uses now; where the database was started, it ends, and all others with it. */
    @Override
    public void close() {
        free.forEach(VersionedRows::quietly);
        if (server != null) {
            server.stop();
            try (owner;
                    var statement = owner.createStatement()) {
                statement.execute("shutdown immediately");
            } catch (SQLException e) {
                // that is how H2 answers it
            }
        }
    }

    private static void quietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // it is closed all the same
        }
    }

    /** An open transaction that has updated rows. For one thread at a time. */
    public final class Change implements AutoCloseable {
        private final long[] versions;
        private Connection connection;

        private Change(Connection connection, int[] rows) throws SQLException {
            this.connection = connection;
            this.versions = new long[rows.length];
            // In the order of the rows, so that two transactions never wait for each other.
            int[] ordered = Arrays.stream(rows).sorted().distinct().toArray();
            try (var update = connection.prepareStatement("update rows set version = version + 1 where id = ?");
                    var select = connection.prepareStatement("select version from rows where id = ?")) {
                for (int row : ordered) {
                    update.setInt(1, row);
                    update.executeUpdate();
                }
                for (int i = 0; i < rows.length; i++) {
                    versions[i] = version(select, rows[i]);
                }
            }
        }

        /** The versions that this transaction makes, in the order in which the rows were asked for. */
        public long[] versions() {
            return versions.clone();
        }

        /** Commits; the new versions are seen by every read that starts after this returns. */
        public void commit() {
            try {
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } finally {
                close();
            }
        }

        /** Rolls back, unless it has ended before. */
        @Override
        public void close() {
            if (connection != null) {
                Connection mine = connection;
                connection = null;
                giveBack(mine);
            }
        }
    }
}
