package org.mizan.core.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetSetTest {

    private static TargetSet set(String header) {
        return new TargetSet(InvalidateHeader.parse(header, Vectors.JSON));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user, user|user",
                "user;a=1, user;a=2, user;a=1|user;a=1, user;a=2",
                "user;a=1, cart, user|cart, user",
                "user, user;a=1|user",
                "user.f;a=1, user.g;a=2, user;a=1|user.g;a=2, user;a=1",
                "user.f, user;a=1|user.f, user;a=1",
                "user;a=1;b=2, user;b=2;c=3, user;b=2|user;b=2",
                "user;b=2, user;a=1;b=2|user;b=2",
                "user.f;a=1, user.f;a=1;b=1|user.f;a=1",
                "user, cart, *|*",
                "*, user|*",
                "cart, user;a=1, user, user;a=1, cart.f|cart, user",
            })
    void targets_added_keepTheUncoveredInOrder(String added, String kept) {
        assertEquals(kept, set(added).toHeader());
        TargetSet oneByOne = TargetSet.none();
        for (Target target : InvalidateHeader.parse(added, Vectors.JSON)) {
            oneByOne = oneByOne.with(target);
        }
        assertEquals(set(added), oneByOne);
    }

    @Test
    void randomTargets_added_areThoseOfThePlainRule() {
        Random random = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            List<Target> plain = new ArrayList<>();
            TargetSet.Builder builder = new TargetSet.Builder();
            for (int i = 0; i < 12; i++) {
                Target target = random(random);
                builder.add(target);
                if (plain.stream().noneMatch(other -> other.covers(target))) {
                    plain.removeIf(target::covers);
                    plain.add(target);
                }
            }
            assertEquals(plain, builder.build().targets());
        }
    }

    private static Target random(Random random) {
        StringBuilder header = new StringBuilder(random.nextBoolean() ? "user" : "cart");
        header.append(List.of("", "", ".f", ".g").get(random.nextInt(4)));
        for (String name : List.of("a", "b", "c")) {
            if (random.nextInt(3) > 0) {
                header.append(';').append(name).append('=').append(random.nextInt(2));
            }
        }
        String text = random.nextInt(40) == 0 ? "*" : header.toString();
        return InvalidateHeader.parse(text, Vectors.JSON).get(0);
    }

    @Test
    void manyTargets_built_takeLinearTime() {
        assertTimeout(Duration.ofSeconds(10), () -> {
            TargetSet.Builder builder = new TargetSet.Builder();
            for (int i = 0; i < 100_000; i++) {
                builder.add(new Target("user", null, Vectors.scope("userId", String.valueOf(i))));
            }
            TargetSet set = builder.build();
            assertEquals(100_000, set.targets().size());
            assertEquals("user", set.limitedTo(4096).toHeader());
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "14|user;id=1, cart|user, cart", // one byte too long
                "15|user;id=1, cart|user;id=1, cart", // exactly as long as it may be
                "20|cart;id=1, user;id=1, a|cart, user;id=1, a", // equally long: the first
                "14|cart;id=1, user;id=1, a|cart, user, a", // again and again
                "12|cart;id=1, user;id=1, a|*", // all broad and still too long
                "25|user;id=1, cart;id=1, user;id=2|user, cart;id=1", // in the place of the first
                "9|user.f;id=1, user.g|user", // functions too
                "23|a;id=1, user;id=1234567, a;id=2|a;id=1, user, a;id=2", // one long one
                "27|a;id=1, user;id=1234, a;id=2|a, user;id=1234", // several short ones, separators included
                "6|notifications|*",
                "0|*|*",
                "0|user|*",
            })
    void set_limited_isCoarseEnough(int limit, String before, String after) {
        assertEquals(after, set(before).limitedTo(limit).toHeader());
    }

    @Test
    void randomSets_limited_fitAndCoverWhatTheyWere() {
        Random random = new Random(2);
        for (int round = 0; round < 1_000; round++) {
            List<Target> targets = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                targets.add(random(random));
            }
            TargetSet limited = new TargetSet(targets).limitedTo(60);
            assertTrue(limited.toHeader().length() <= 60);
            for (Target target : targets) {
                assertTrue(limited.targets().stream().anyMatch(wider -> wider.covers(target)));
            }
        }
    }

    @Test
    void nothing_limited_isNothing() {
        assertEquals(TargetSet.none(), TargetSet.none().limitedTo(0));
        assertTrue(TargetSet.none().isEmpty());
        assertEquals("", TargetSet.none().toHeader());
        assertEquals("[]", TargetSet.none().toJson(Vectors.JSON).toString());
    }
}
