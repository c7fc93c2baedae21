package org.mizan.samples.storefront.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.mizan.samples.storefront.data.Words.Department;
import org.mizan.samples.storefront.data.Words.Kind;
import org.mizan.samples.storefront.signin.Roles;

/**
 * The rows that the shop opens with, the same ones in the same order at every start and on every machine.
 *
 * <p>{@link Random} is specified to the bit, so its seed is all that the data depend on; no clock is read. A row's
 * values stand in the order of the columns that {@link SeedLoader} names. Every 97th product is sold out, and of each one before
 * it a single piece is left: numbers 97 and 96 are the first ones.
 */
final class Seed {
    private static final long NUMBER = 20_260_101L;
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final int CUSTOMERS = 200;

    /** What every customer of the demonstration signs in with; the name is the customer's number. */
    static final String CUSTOMER_PASSWORD = "kettle";

    /** What the account {@code admin} signs in with. */
    static final String ADMIN_PASSWORD = "teapot";

    private record Piece(long id, String name, BigDecimal price) {}

    private final Random random = new Random(NUMBER);
    private final List<List<Object>> categories = new ArrayList<>();
    private final List<List<Object>> products = new ArrayList<>();
    private final List<List<Object>> customers = new ArrayList<>();
    private final List<List<Object>> reviews = new ArrayList<>();
    private final List<List<Object>> orders = new ArrayList<>();
    private final List<List<Object>> orderLines = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    Seed() {
        makeCustomers();
        for (Department department : Words.DEPARTMENTS) {
            makeCategory(department);
        }
        for (int customer = 1; customer <= CUSTOMERS; customer++) {
            int count = random.nextInt(4);
            for (int i = 0; i < count; i++) {
                makeOrder(customer);
            }
        }
    }

    List<List<Object>> categories() {
        return categories;
    }

    List<List<Object>> products() {
        return products;
    }

    List<List<Object>> customers() {
        return customers;
    }

    List<List<Object>> reviews() {
        return reviews;
    }

    List<List<Object>> orders() {
        return orders;
    }

    List<List<Object>> orderLines() {
        return orderLines;
    }

    /**
     * An account for each customer and one for the administrator, with a password's hash.
     *
     * <p>All customers get one hash: two hundred of their own would take a minute, and the password is in the README.
     */
    List<List<Object>> accounts(UnaryOperator<String> hash) {
        List<List<Object>> accounts = new ArrayList<>();
        String hashed = hash.apply(CUSTOMER_PASSWORD);
        for (List<Object> customer : customers) {
            accounts.add(List.of(customer.get(0).toString(), hashed, Roles.CUSTOMER));
        }
        accounts.add(List.of("admin", hash.apply(ADMIN_PASSWORD), Roles.ADMIN));
        return accounts;
    }

    private void makeCustomers() {
        Set<String> taken = new HashSet<>();
        while (customers.size() < CUSTOMERS) {
            String name = pick(Words.FIRST_NAMES) + " " + pick(Words.LAST_NAMES);
            if (taken.add(name)) {
                long id = customers.size() + 1L;
                String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
                names.add(name);
                customers.add(List.of(id, name, email, TODAY.minusDays(30L + random.nextInt(2_000))));
            }
        }
    }

    private void makeCategory(Department department) {
        long category = categories.size() + 1L;
        categories.add(List.of(category, slug(department.name()), department.name(), department.blurb()));
        for (Kind kind : department.kinds()) {
            for (String series : Words.SERIES) {
                for (int i = 0; i < 2; i++) {
                    makeProduct(category, kind, series, department.materials().get(i * 2 + random.nextInt(2)));
                }
            }
        }
    }

    private void makeProduct(long category, Kind kind, String series, String material) {
        long id = products.size() + 1L;
        String name = series + " " + material + " " + kind.name();
        BigDecimal price = price(kind.price());
        int stock = 2 + random.nextInt(120);
        if (id % 97 == 0) {
            stock = 0;
        } else if (id % 97 == 96) {
            stock = 1;
        }
        LocalDate added = TODAY.minusDays(1L + random.nextInt(1_000));
        int count = Math.max(0, random.nextInt(8) - 1);
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += makeReview(id, added);
        }
        pieces.add(new Piece(id, name, price));
        products.add(List.of(
                id,
                category,
                slug(name),
                name,
                "The " + series + " " + kind.name().toLowerCase(Locale.ROOT) + " in "
                        + material.toLowerCase(Locale.ROOT) + ". " + pick(Words.MAKING) + " " + pick(Words.CARE),
                price,
                stock,
                count,
                sum,
                added,
                0));
    }

    private int makeReview(long product, LocalDate notBefore) {
        long customer = 1L + random.nextInt(CUSTOMERS);
        int rating = 5 - Math.min(random.nextInt(4), random.nextInt(5));
        int days = (int) (TODAY.toEpochDay() - notBefore.toEpochDay());
        reviews.add(List.of(
                reviews.size() + 1L,
                product,
                customer,
                names.get((int) customer - 1),
                rating,
                pick(Words.VERDICTS.get(rating - 1)) + " " + pick(Words.REMARKS),
                random.nextInt(12),
                notBefore.plusDays(random.nextInt(days))));
        return rating;
    }

    private void makeOrder(int customer) {
        long order = orders.size() + 1L;
        BigDecimal total = BigDecimal.ZERO;
        int lines = 1 + random.nextInt(4);
        int first = random.nextInt(pieces.size());
        for (int i = 0; i < lines; i++) {
            Piece piece = pieces.get((first + i * 613) % pieces.size());
            int quantity = 1 + random.nextInt(3);
            total = total.add(piece.price().multiply(BigDecimal.valueOf(quantity)));
            orderLines.add(List.of(orderLines.size() + 1L, order, piece.id(), piece.name(), quantity, piece.price()));
        }
        LocalDateTime placed = TODAY.atStartOfDay().minusMinutes(1L + random.nextInt(500_000));
        orders.add(List.of(
                order,
                (long) customer,
                placed,
                "SHIPPED",
                "PICKUP",
                total,
                names.get(customer - 1),
                pick(Words.STREETS) + " " + (1 + random.nextInt(90)),
                String.valueOf(10_000 + random.nextInt(89_999)),
                pick(Words.CITIES),
                "DE"));
    }

    /** A price around the usual one for its kind, ending as prices do. */
    private BigDecimal price(int usual) {
        int cents = (int) (usual * 100L * (70 + random.nextInt(80)) / 100);
        int ending = new int[] {0, 50, 90, 95}[random.nextInt(4)];
        return BigDecimal.valueOf(Math.max(1, cents / 100) * 100L + ending, 2).setScale(2, RoundingMode.UNNECESSARY);
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
