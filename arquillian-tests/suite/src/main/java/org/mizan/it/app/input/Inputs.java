package org.mizan.it.app.input;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.mizan.Client;

/** Functions that are called wrongly, and some that are wrong themselves. */
@ApplicationScoped
public class Inputs {
    /** Must never leave the server. */
    public static final String SECRET = "s3cr3t-0f-the-1nside";

    private final AtomicInteger runs = new AtomicInteger();

    /** How often {@link #twice} ran: a refused call must not have run. */
    @Client
    public int runs() {
        return runs.get();
    }

    @Client
    public int twice(int n) {
        runs.incrementAndGet();
        return 2 * n;
    }

    @Client
    public boolean not(boolean value) {
        return !value;
    }

    @Client
    public double half(double value) {
        return value / 2;
    }

    @Client
    public String echo(String text) {
        return text;
    }

    @Client
    public String perhaps(Optional<String> text) {
        return text.orElse("nothing");
    }

    @Client(context = NumbersContext.class)
    public List<String> numbers(int whole, Optional<Double> binary, List<Integer> many) {
        return List.of(whole + "", binary + "", many + "");
    }

    @Client
    public String order(@Valid Order order) {
        return "ordered";
    }

    @Client
    public String tags(@Size(max = 2) List<@Size(max = 3) String> tags, @Max(9) int count) {
        return "tagged";
    }

    @Client
    public String secret() {
        throw new IllegalStateException(SECRET + " in org.mizan.it.app.input.Inputs");
    }

    @Client
    public String exhausted() {
        throw new StackOverflowError(SECRET);
    }

    @Client(context = BrokenContext.class)
    public String fine() {
        return "fine";
    }

    @Client(context = BrokenContext.class)
    public Brittle halfway() {
        return new Brittle();
    }

    @Client
    public long beyondJavaScript() {
        return (1L << 53) + 1;
    }

    @Client
    public double notANumber() {
        return Double.NaN;
    }

    @Client
    public String nothingAtAll() {
        return null;
    }

    @Client
    public String halfACharacter() {
        return "\ud800";
    }

    @Client(internal = true)
    public String inside() {
        return SECRET;
    }
}
