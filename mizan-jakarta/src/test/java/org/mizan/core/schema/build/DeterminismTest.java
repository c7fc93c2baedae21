package org.mizan.core.schema.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mizan.Client;
import org.mizan.core.problem.Problem;
import org.mizan.core.problem.Problems;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.Registry;

class DeterminismTest {
    private static final List<Class<?>> GOOD = List.of(
            NamesTest.Users.class,
            NamesTest.ProfilePage.class,
            NamesTest.UserContext.class,
            ParametersTest.Merged.class,
            ParametersTest.Functions.class,
            InheritanceTest.Bean.class);

    private static final List<Class<?>> BAD = List.of(
            RefusalsTest.First.class,
            RefusalsTest.Second.class,
            RefusalsTest.Everything.class,
            RefusalsTest.TwoTypes.class,
            RefusalsTest.SameContext.class,
            RefusalsTest.Fails.class,
            RefusalsTest.EndlessResult.class,
            RefusalsTest.Routes.class,
            RefusalsTest.HeadAndGet.class,
            RefusalsTest.UnmadeParameters.class,
            RefusalsTest.Unknown.class);

    @Test
    void sameClasses_inAnyOrder_giveTheSameRegistry() {
        var first = Built.of(GOOD.toArray(Class<?>[]::new));
        for (var order : orders(GOOD)) {
            var registry = Built.of(order.toArray(Class<?>[]::new));
            assertEquals(first.hash(), registry.hash());
            assertEquals(first.functions(), registry.functions());
            assertEquals(first.contexts(), registry.contexts());
            assertEquals(first.types(), registry.types());
            assertEquals(
                    List.copyOf(first.functions().keySet()),
                    List.copyOf(registry.functions().keySet()));
        }
    }

    @Test
    void sameClasses_inAnyOrder_giveTheSameProblems() {
        var first = report(BAD);
        assertTrue(first.size() > 10, first::toString);
        orders(BAD).forEach(order -> assertEquals(first, report(order)));
    }

    private static List<String> report(List<Class<?>> classes) {
        var problems = new Problems();
        new RegistryBuilder(Naming.JAVA, problems).build(classes);
        return problems.errors().stream().map(Problem::toString).toList();
    }

    private static List<List<Class<?>>> orders(List<Class<?>> classes) {
        var orders = new ArrayList<List<Class<?>>>();
        for (int seed = 0; seed < 10; seed++) {
            var order = new ArrayList<>(classes);
            Collections.shuffle(order, new Random(seed));
            orders.add(order);
        }
        return orders;
    }

    public static class Plain {
        public record Item(int size) {}

        @Client
        public Item find(long id) {
            return new Item(1);
        }
    }

    public static class Guarded {
        @Client(rev = 3, cache = 10)
        @RolesAllowed("admin")
        public Plain.Item find(long id) {
            return new Plain.Item(1);
        }
    }

    public static class OtherParameter {
        @Client
        public Plain.Item find(int id) {
            return new Plain.Item(1);
        }
    }

    public static class OtherName {
        @Client
        public Plain.Item find(long key) {
            return new Plain.Item(1);
        }
    }

    public static class OtherResult {
        @Client
        public Optional<Plain.Item> find(long id) {
            return Optional.empty();
        }
    }

    public static class OtherFunction {
        @Client
        public Plain.Item get(long id) {
            return new Plain.Item(1);
        }
    }

    public static class OptionalParameter {
        @Client
        public Plain.Item find(Optional<Long> id) {
            return new Plain.Item(1);
        }
    }

    @Test
    void hash_ofGuardsRevisionsAndCaching_staysTheSame() {
        assertEquals(hash(Plain.class), hash(Guarded.class));
        assertEquals(32, hash(Plain.class).length());
    }

    @Test
    void hash_ofOtherNamesOrTypes_isAnother() {
        for (var other : List.of(
                OtherParameter.class,
                OtherName.class,
                OtherResult.class,
                OtherFunction.class,
                OptionalParameter.class)) {
            assertNotEquals(hash(Plain.class), hash(other), other.getSimpleName());
        }
        assertNotEquals(hash(Plain.class), Built.of(Naming.JAVA).hash());
    }

    /** The same class with another member, as the next version of an application has it. */
    @Test
    void hash_ofAnotherMember_isAnother() {
        var registry = Built.of(Plain.class);
        var types = new java.util.HashMap<>(registry.types());
        types.put(
                Plain.Item.class,
                new org.mizan.core.schema.TypeDefinition.ObjectType(
                        Plain.Item.class, List.of(), new java.util.TreeMap<>()));
        var other = new Registry(registry.functions(), registry.contexts(), types, registry.roles());
        assertNotEquals(registry.hash(), other.hash());
    }

    private static String hash(Class<?> type) {
        return Built.of(type).hash();
    }
}
