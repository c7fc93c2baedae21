package org.mizan.it.app.ssr;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.mizan.Client;
import org.mizan.GlobalContext;
import org.mizan.MizanException;

/** Books, and how often they were read. */
@ApplicationScoped
public class Books {
    private final Map<Long, String> titles = new ConcurrentHashMap<>(Map.of(1L, "Emma", 2L, "Ulysses"));
    private final AtomicInteger reads = new AtomicInteger();

    /** A book. */
    public record Book(long id, String title) {}

    @Client(context = BookContext.class)
    public Book book(long bookId) {
        reads.incrementAndGet();
        var title = titles.get(bookId);
        if (title == null) {
            throw new MizanException(404, "NO_BOOK", "There is no such book.");
        }
        return new Book(bookId, title);
    }

    @Client(context = ShelfContext.class)
    public List<String> shelf(List<String> topics, int size) {
        return topics.stream().limit(size).toList();
    }

    @Client(context = GlobalContext.class)
    public String library() {
        return "Library & <Sons>";
    }

    @Client(affects = BookContext.class)
    public void retitle(long bookId, String title) {
        titles.put(bookId, title);
    }

    @Client
    public int reads() {
        return reads.get();
    }
}
