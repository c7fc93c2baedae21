package org.mizan.it;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * Visitors who each want a page with their own ticket, while workers are killed at random once a second.
 *
 * <p>It lasts {@code mizan.it.kill.seconds}, 20 when nobody says otherwise.
 */
final class KillRun {
    private static final int VISITORS = 8;
    private static final Pattern TICKET = Pattern.compile("ticket-[0-9]+-[0-9]+-end");
    /** In a page that was rendered: title, rows, and the data of both. */
    private static final int RENDERED = 1 + 50 + 1 + 50;
    /** In one that was not: the data. */
    private static final int UNRENDERED = 1 + 50;

    private final Site site;
    private final String path;
    private final AtomicInteger pages = new AtomicInteger();
    private final AtomicInteger fallbacks = new AtomicInteger();
    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicReference<String> wrong = new AtomicReference<>("");

    KillRun(Site site, String path) {
        this.site = site;
        this.path = path;
    }

    static int seconds() {
        return Integer.getInteger("mizan.it.kill.seconds", 20);
    }

    KillRun go() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds());
        var threads = Executors.newFixedThreadPool(VISITORS + 1);
        try {
            for (int visitor = 0; visitor < VISITORS; visitor++) {
                int own = visitor;
                threads.execute(() -> visit(own, end));
            }
            threads.execute(() -> kill(end));
            threads.shutdown();
            if (!threads.awaitTermination(seconds() + 60L, TimeUnit.SECONDS)) {
                wrong.compareAndSet("", "a visitor waits still");
            }
        } finally {
            threads.shutdownNow();
        }
        return this;
    }

    private void visit(int visitor, long end) {
        for (int i = 0; System.nanoTime() - end < 0 && wrong.get().isEmpty(); i++) {
            var ticket = "ticket-" + visitor + "-" + i + "-end";
            try {
                judge(ticket, site.get(path + ticket));
            } catch (RuntimeException e) {
                wrong.compareAndSet("", ticket + ": " + e);
            }
        }
    }

    private void judge(String ticket, HttpResponse<String> answer) {
        var html = answer.body();
        pages.incrementAndGet();
        boolean rendered = !html.contains("\"rendered\":false");
        if (!rendered) {
            fallbacks.incrementAndGet();
        }
        var seen = TICKET.matcher(html).results().map(found -> found.group()).toList();
        if (answer.statusCode() != 200
                || !html.endsWith("</html>")
                || !seen.stream().allMatch(ticket::equals)
                || seen.size() != (rendered ? RENDERED : UNRENDERED)) {
            wrong.compareAndSet("", ticket + ": " + answer.statusCode() + " " + seen.size() + " " + html);
        }
    }

    private void kill(long end) {
        var random = new Random(7);
        try {
            while (System.nanoTime() - end < 0) {
                Thread.sleep(500 + random.nextInt(1_000));
                var workers = workers();
                if (!workers.isEmpty()
                        && workers.get(random.nextInt(workers.size())).destroyForcibly()) {
                    kills.incrementAndGet();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Processes of Bun that the server has started, which this JVM has started. */
    private static List<ProcessHandle> workers() {
        var bun = Server.bun().getFileName().toString();
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> command.endsWith("/" + bun))
                        .isPresent())
                .toList();
    }

    /** What was not a right page; empty when all were. */
    String wrong() {
        return wrong.get();
    }

    int pages() {
        return pages.get();
    }

    int fallbacks() {
        return fallbacks.get();
    }

    int kills() {
        return kills.get();
    }

    @Override
    public String toString() {
        return pages + " pages in " + seconds() + " s, " + kills + " workers killed, " + fallbacks
                + " pages left to the browser";
    }
}
