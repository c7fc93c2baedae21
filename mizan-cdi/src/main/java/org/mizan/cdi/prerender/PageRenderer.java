package org.mizan.cdi.prerender;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.mizan.GlobalContext;
import org.mizan.cdi.interceptor.StaleListener;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.protocol.TargetSet;
import org.mizan.spi.CachePartition;

/**
 * Renders hot pages anew when they became stale, so that no visitor waits: hottest first, by a request of its own to
 * this server, {@code mizan.ssr.prerender.rate} a second at most. The filter looks the page up as for anybody, so what
 * is not outdated is not rendered. Thread-safe; its one thread starts with the first stale page.
 *
 * <p>It does nothing with a {@link CachePartition}, for who a request without a visitor belongs to is not known.
 */
@ApplicationScoped
class PageRenderer implements StaleListener {
    /** By what the filter knows such a request, and the address that the page is for. */
    static final String HEADER = "X-Mizan-Prerender";

    private static final Logger LOG = System.getLogger(PageRenderer.class.getName());
    private static final int MOST_PAGES = 1_000;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 15_000;
    private static final int READ_AT_ONCE = 8_192;
    private static final long MOST_BYTES = 64L << 20;
    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int OK = 200;

    @Inject
    MizanRuntime runtime;

    @Inject
    Instance<CachePartition> partitions;

    private final HotPages pages = new HotPages(MOST_PAGES);
    private final String secret = UUID.randomUUID().toString();
    /** Whether a page is being rendered, or about to be. */
    private final AtomicBoolean busy = new AtomicBoolean();

    private boolean works;
    private @Nullable ScheduledExecutorService thread;
    private volatile boolean closed;
    private volatile @Nullable Server server;
    private volatile @Nullable HttpURLConnection running;
    private long warned = System.nanoTime() - QUIET_NANOS;

    /** Where this server listens, as the last request saw it. */
    private record Server(boolean secure, String address, int port) {
        static Server of(HttpServletRequest request) {
            var address = request.getLocalAddr();
            return new Server(
                    request.getAttribute("jakarta.servlet.request.cipher_suite") != null,
                    address.indexOf(':') >= 0 && !address.startsWith("[") ? "[" + address + "]" : address,
                    request.getLocalPort());
        }

        URI page(String uri) {
            return URI.create((secure ? "https://" : "http://") + address + ":" + port + uri);
        }
    }

    @PostConstruct
    void start() {
        works = runtime.cache().isPresent()
                && runtime.settings().ssr().prerenderRate() > 0
                && !partitions.isResolvable();
    }

    /** The address that a page is rendered for, when a request is one of its own. */
    Optional<Asked.Origin> own(HttpServletRequest request) {
        var sent = request.getHeader(HEADER);
        if (sent == null || sent.length() <= secret.length() || !isSecret(sent.substring(0, secret.length()))) {
            return Optional.empty();
        }
        return Asked.Origin.parse(sent.substring(secret.length() + 1));
    }

    private boolean isSecret(String text) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A visitor asked for a page.
     *
     * @param hit whether it was there
     * @param renews whether the visitor's request makes it otherwise
     */
    void asked(Asked page, HttpServletRequest request, boolean hit, boolean renews) {
        if (!works) {
            return;
        }
        if (!hit || server == null) {
            server = Server.of(request);
        }
        boolean stale = !hit && !renews;
        pages.asked(page, () -> scopes(page), stale);
        if (stale) {
            wake();
        }
    }

    private TreeMap<String, SortedMap<String, String>> scopes(Asked page) {
        var scopes = new TreeMap<String, SortedMap<String, String>>();
        runtime.registry().context(GlobalContext.class).ifPresent(global -> scopes.put(global.name(), new TreeMap<>()));
        runtime.registry().context(String.valueOf(page.view().context())).ifPresent(context -> {
            var params = new TreeMap<>(page.params());
            params.keySet().retainAll(context.parameters().keySet());
            scopes.put(context.name(), params);
        });
        return scopes;
    }

    @Override
    public void stale(TargetSet targets) {
        if (works && pages.stale(targets)) {
            wake();
        }
    }

    private void wake() {
        if (busy.compareAndSet(false, true)) {
            schedule(0);
        }
    }

    private synchronized void schedule(long millis) {
        if (closed) {
            return;
        }
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(work -> {
                var worker = new Thread(null, work, "mizan-prerender", 0, false);
                worker.setDaemon(true);
                return worker;
            });
        }
        thread.schedule(this::renderOne, millis, TimeUnit.MILLISECONDS);
    }

    /** The hottest stale page; the next one when its time has come. */
    private void renderOne() {
        var page = pages.hottest();
        if (page.isEmpty()) {
            busy.set(false);
            if (pages.areStale()) {
                wake();
            }
            return;
        }
        try {
            render(page.get());
        } catch (IOException | RuntimeException e) {
            failed(page.get(), e.toString());
        } finally {
            schedule(TimeUnit.SECONDS.toMillis(1) / runtime.settings().ssr().prerenderRate());
        }
    }

    private void render(Asked page) throws IOException {
        var here = server;
        if (here == null) {
            return;
        }
        var connection = (HttpURLConnection) here.page(page.uri()).toURL().openConnection(Proxy.NO_PROXY);
        running = connection;
        try {
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setRequestProperty("Accept", "text/html");
            connection.setRequestProperty(HEADER, secret + ' ' + page.origin());
            if (connection.getResponseCode() != OK) {
                failed(page, "the status is " + connection.getResponseCode());
                return;
            }
            try (var body = connection.getInputStream()) {
                readToEnd(body);
            }
        } finally {
            running = null;
            connection.disconnect();
        }
    }

    /** To the end, so that a page is kept that is sent while it is made; but not for ever. */
    private static void readToEnd(InputStream body) throws IOException {
        var some = new byte[READ_AT_ONCE];
        long left = MOST_BYTES;
        for (int read = body.read(some); read >= 0 && left > 0; read = body.read(some)) {
            left -= read;
        }
    }

    private void failed(Asked page, String why) {
        long now = System.nanoTime();
        boolean loud = !closed && now - warned >= QUIET_NANOS;
        if (loud) {
            warned = now;
        }
        LOG.log(
                loud ? Level.WARNING : Level.DEBUG,
                () -> "MIZAN-01450: " + page.view().place() + ": " + page.uri()
                        + " became stale and was not rendered in the background (" + why
                        + "), so its next visitor waits. Let the server be reached by plain HTTP under the address"
                        + " that it listens at, or set mizan.ssr.prerender.rate=0.");
    }

    @PreDestroy
    void stop() {
        synchronized (this) {
            closed = true;
            if (thread != null) {
                thread.shutdownNow();
            }
        }
        var last = running;
        if (last != null) {
            last.disconnect();
        }
    }
}
