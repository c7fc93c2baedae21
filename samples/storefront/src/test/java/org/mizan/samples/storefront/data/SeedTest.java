package org.mizan.samples.storefront.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedTest {
    private final Seed seed = new Seed();

    @Test
    void seed_isTheSameEveryTime() {
        Seed again = new Seed();
        assertEquals(seed.products(), again.products());
        assertEquals(seed.reviews(), again.reviews());
        assertEquals(seed.orders(), again.orders());
        assertEquals(seed.orderLines(), again.orderLines());
    }

    /** Written down, so that another JDK or a careless edit cannot change the shop unseen. */
    @Test
    void seed_isTheOneThatTheDocumentationShows() {
        assertEquals("halden-copper-kettle", seed.products().get(0).get(2));
        assertEquals(new BigDecimal("68.90"), seed.products().get(0).get(5));
        assertEquals("oslo-glass-tea-tin", seed.products().get(95).get(2));
        assertEquals(-869774558, seed.products().toString().hashCode());
        assertEquals(-219903748, seed.orderLines().toString().hashCode());
    }

    @Test
    void seed_isLargeEnough() {
        assertEquals(26, seed.categories().size());
        assertEquals(5_200, seed.products().size());
        assertEquals(200, seed.customers().size());
        assertTrue(seed.reviews().size() > 10_000);
        assertTrue(seed.orders().size() > 200);
    }

    @Test
    void slugs_areUnique() {
        Set<Object> slugs = new HashSet<>();
        seed.products().forEach(row -> assertTrue(slugs.add(row.get(2)), row::toString));
    }

    @Test
    void prices_arePositiveInWholeCents() {
        for (List<Object> row : seed.products()) {
            BigDecimal price = (BigDecimal) row.get(5);
            assertTrue(price.signum() > 0 && price.scale() == 2, row::toString);
        }
    }

    @Test
    void ratings_areTheSumOfTheReviews() {
        Map<Object, Integer> counts = new HashMap<>();
        Map<Object, Integer> sums = new HashMap<>();
        for (List<Object> review : seed.reviews()) {
            counts.merge(review.get(1), 1, Integer::sum);
            sums.merge(review.get(1), (Integer) review.get(4), Integer::sum);
        }
        for (List<Object> product : seed.products()) {
            assertEquals(counts.getOrDefault(product.get(0), 0), product.get(7));
            assertEquals(sums.getOrDefault(product.get(0), 0), product.get(8));
        }
    }

    @Test
    void products96And97_areTheLastPieceAndSoldOut() {
        assertEquals(1, seed.products().get(95).get(6));
        assertEquals(0, seed.products().get(96).get(6));
    }

    @Test
    void accounts_areTheCustomersAndOneAdministrator_withHashesOnly() {
        var accounts = seed.accounts(password -> "hash of " + password.length());
        assertEquals(201, accounts.size());
        assertEquals(List.of("7", "hash of 6", "customer"), accounts.get(6));
        assertEquals(List.of("admin", "hash of 6", "admin"), accounts.get(200));
    }
}
