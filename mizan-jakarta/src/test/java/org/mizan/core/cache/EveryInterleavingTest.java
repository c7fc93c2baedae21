package org.mizan.core.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mizan.core.cache.entry.Body;
import org.mizan.core.cache.entry.Envelope;
import org.mizan.core.cache.entry.MissReason;
import org.mizan.spi.CacheStore;

/**
 * All interleavings of small casts of readers and mutations, with crashes, lost purges and evictions, over the code
 * that readers really run ({@link ReadDecision}): the Java twin of the model in {@code docs/stamps_model.py}.
 *
 * <p>The invariant: a read that starts after a mutation was answered never returns what was true before it, also when
 * its purge was lost on the way; after a crash, once the dead mutation's lease has ended. Each rule of the scheme is
 * taken out once, and then a stale read must be found.
 */
class EveryInterleavingTest {
    private static final long NOW = 1_000_000;
    private static final long ENDED = NOW - ReadDecision.GRACE_MILLIS - 1;
    private static final long RUNNING = NOW + 1;
    private static final String RECORD = "r";

    /** The rules, each of which a mutant leaves out. */
    private enum Rule {
        STAMP_IS_COMPARED,
        FILL_USES_STAMP_READ_BEFORE,
        LEASE_IS_RECORDED,
        ANY_LEASE_IS_A_MISS,
        ENDED_LEASE_TAKES_STAMP
    }

    private record Record(@Nullable String stamp, Map<String, Long> leases) {
        @Nullable
        Record normal() {
            return stamp == null && leases.isEmpty() ? null : this;
        }
    }

    private record Entry(int version, String stamp) {}

    private enum At {
        START,
        RECORD_READ,
        DECIDE,
        BURY,
        MAKE,
        RUN,
        FILL,
        COMMIT,
        PURGE,
        UNDO,
        ANSWER,
        LOST,
        DEAD,
        GONE,
        DONE
    }

    /** A reader or a mutation: where it is and what it holds. */
    private record Process(
            boolean reads,
            At at,
            int floor,
            @Nullable Record seen,
            @Nullable Entry entry,
            ReadDecision.@Nullable Step step,
            int version) {
        Process to(At next) {
            return new Process(reads, next, floor, seen, entry, step, version);
        }
    }

    private record World(
            int database,
            @Nullable Record record,
            @Nullable Entry entry,
            int fresh,
            List<Process> processes,
            int floor,
            int evictions,
            int crashes,
            int losses) {
        World with(int index, Process process) {
            var changed = new ArrayList<>(processes);
            changed.set(index, process);
            return new World(database, record, entry, fresh, List.copyOf(changed), floor, evictions, crashes, losses);
        }

        World record(@Nullable Record changed) {
            var kept = changed == null ? null : changed.normal();
            return new World(database, kept, entry, fresh, processes, floor, evictions, crashes, losses);
        }

        World entry(@Nullable Entry changed) {
            return new World(database, record, changed, fresh, processes, floor, evictions, crashes, losses);
        }

        World answered(int version) {
            return new World(
                    database, record, entry, fresh, processes, Math.max(floor, version), evictions, crashes, losses);
        }
    }

    /** A search through all worlds that can follow. */
    private static final class Search {
        private final Set<Rule> rules;
        private final Set<World> seen = new HashSet<>();
        private final ArrayDeque<World> open = new ArrayDeque<>();
        private int hits;
        private @Nullable String stale;

        Search(Set<Rule> rules) {
            this.rules = rules;
        }

        Search run(int readers, int mutations, int evictions, int crashes, int losses) {
            var processes = new ArrayList<Process>();
            for (int i = 0; i < readers + mutations; i++) {
                processes.add(new Process(i < readers, At.START, 0, null, null, null, 0));
            }
            reach(new World(0, null, null, 1, List.copyOf(processes), 0, evictions, crashes, losses));
            while (stale == null && !open.isEmpty()) {
                var world = open.pop();
                for (int i = 0; i < world.processes().size(); i++) {
                    var process = world.processes().get(i);
                    if (process.reads()) {
                        read(world, i, process);
                    } else {
                        mutate(world, i, process);
                    }
                }
                evict(world);
            }
            return this;
        }

        private void reach(World world) {
            if (seen.add(world)) {
                open.push(world);
            }
        }

        private boolean rule(Rule rule) {
            return rules.contains(rule);
        }

        private ReadDecision decision() {
            return new ReadDecision(List.of(RECORD), (bytes, stamps) -> {
                var parts = new String(bytes).split(":");
                boolean current = stamps.byRecord().get(RECORD).stamp().equals(parts[1]);
                return current || !rule(Rule.STAMP_IS_COMPARED)
                        ? new Envelope.Opened(new Body(parts[0].getBytes(), 0), null)
                        : new Envelope.Opened(null, MissReason.OUTDATED);
            });
        }

        private void read(World world, int i, Process process) {
            switch (process.at()) {
                case START -> // entry and record are read in either order; what counts is what was answered before
                    reach(world.with(
                            i, new Process(true, At.RECORD_READ, world.floor(), world.record(), null, null, 0)));
                case RECORD_READ ->
                    reach(world.with(
                            i, new Process(true, At.DECIDE, process.floor(), process.seen(), world.entry(), null, 0)));
                case DECIDE -> decide(world, i, process);
                case BURY -> bury(world, i, process);
                case MAKE -> make(world, i, process);
                case RUN ->
                    reach(world.with(
                            i,
                            new Process(true, At.FILL, process.floor(), null, null, process.step(), world.database())));
                case FILL -> fill(world, i, process);
                default -> {}
            }
        }

        private void decide(World world, int i, Process process) {
            var step = decision().lookedUp(snapshot(process), NOW);
            if (step instanceof ReadDecision.Hit hit) {
                hits++;
                returned(Integer.parseInt(hit.body().text()), process, "hit");
                reach(world.with(i, process.to(At.DONE)));
            } else {
                var next = step instanceof ReadDecision.Bury
                        ? At.BURY
                        : step instanceof ReadDecision.Stamp ? At.MAKE : At.RUN;
                reach(world.with(i, new Process(true, next, process.floor(), null, null, step, 0)));
            }
        }

        private CacheStore.Snapshot snapshot(Process process) {
            var records = new TreeMap<String, CacheStore.Record>();
            var seen = process.seen();
            if (seen != null) {
                var leases = new TreeMap<>(seen.leases());
                if (!rule(Rule.ANY_LEASE_IS_A_MISS)) {
                    leases.values().removeIf(end -> end == RUNNING);
                }
                records.put(RECORD, new CacheStore.Record(seen.stamp(), leases, "n"));
            }
            var entry = process.entry();
            return new CacheStore.Snapshot(
                    entry == null ? null : (entry.version() + ":" + entry.stamp()).getBytes(), records);
        }

        private void bury(World world, int i, Process process) {
            var record = world.record();
            if (record != null && process.step() instanceof ReadDecision.Bury bury) {
                var leases = new TreeMap<>(record.leases());
                leases.keySet().removeAll(bury.leases().getOrDefault(RECORD, List.of()));
                record = new Record(rule(Rule.ENDED_LEASE_TAKES_STAMP) ? null : record.stamp(), leases);
            }
            reach(world.record(record)
                    .with(i, new Process(true, At.RECORD_READ, process.floor(), record, null, null, 0)));
        }

        private void make(World world, int i, Process process) {
            var record = world.record();
            var stamp = record == null || record.stamp() == null ? "s" + world.fresh() : record.stamp();
            var made = new Record(stamp, record == null ? Map.of() : record.leases());
            if (process.step() instanceof ReadDecision.Stamp step) {
                var run = decision().stamped(step, Map.of(RECORD, new CacheStore.Held(stamp, "n")));
                var next = new World(
                        world.database(),
                        made,
                        world.entry(),
                        world.fresh() + 1,
                        world.processes(),
                        world.floor(),
                        world.evictions(),
                        world.crashes(),
                        world.losses());
                reach(next.with(i, new Process(true, At.RUN, process.floor(), null, null, run, 0)));
            }
        }

        private void fill(World world, int i, Process process) {
            returned(process.version(), process, "miss");
            var next = world.with(i, new Process(true, At.DONE, process.floor(), null, null, null, 0));
            if (process.step() instanceof ReadDecision.Run run && run.stamps() != null) {
                var stamp = run.stamps().byRecord().get(RECORD).stamp();
                var now = world.record();
                if (!rule(Rule.FILL_USES_STAMP_READ_BEFORE) && now != null && now.stamp() != null) {
                    stamp = now.stamp();
                }
                next = next.entry(new Entry(process.version(), stamp));
            }
            reach(next);
        }

        private void returned(int version, Process process, String how) {
            if (version < process.floor()) {
                stale = "a " + how + " returned version " + version + " after " + process.floor() + " was answered";
            }
        }

        private void mutate(World world, int i, Process process) {
            var lease = "m" + i;
            switch (process.at()) {
                case START ->
                    reach((rule(Rule.LEASE_IS_RECORDED) ? world.record(leased(world.record(), lease, RUNNING)) : world)
                            .with(i, process.to(At.COMMIT)));
                case COMMIT -> {
                    int version = world.database() + 1;
                    var committed = new World(
                            version,
                            world.record(),
                            world.entry(),
                            world.fresh(),
                            world.processes(),
                            world.floor(),
                            world.evictions(),
                            world.crashes(),
                            world.losses());
                    reach(committed.with(i, new Process(false, At.PURGE, 0, null, null, null, version)));
                    reach(world.with(i, process.to(At.UNDO)));
                }
                case UNDO ->
                    reach(world.record(without(world.record(), lease, false)).with(i, process.to(At.DONE)));
                case PURGE -> {
                    reach(world.record(without(world.record(), lease, true)).with(i, process.to(At.ANSWER)));
                    if (world.losses() > 0) {
                        reach(less(world, 0, 1).answered(process.version()).with(i, process.to(At.LOST)));
                    }
                }
                case ANSWER -> reach(world.answered(process.version()).with(i, process.to(At.DONE)));
                case LOST -> { // the retry gets through, or the lease ends first
                    reach(world.record(without(world.record(), lease, true)).with(i, process.to(At.DONE)));
                    reach(world.record(ended(world.record(), lease)).with(i, process.to(At.GONE)));
                }
                case DEAD -> // its lease ends; what it committed must be seen from now on
                    reach(world.record(ended(world.record(), lease))
                            .answered(process.version())
                            .with(i, process.to(At.GONE)));
                default -> {}
            }
            if (world.crashes() > 0
                    && EnumSet.of(At.COMMIT, At.PURGE, At.UNDO, At.ANSWER).contains(process.at())) {
                reach(less(world, 1, 0).with(i, process.to(At.DEAD)));
            }
        }

        private static World less(World world, int crashes, int losses) {
            return new World(
                    world.database(),
                    world.record(),
                    world.entry(),
                    world.fresh(),
                    world.processes(),
                    world.floor(),
                    world.evictions(),
                    world.crashes() - crashes,
                    world.losses() - losses);
        }

        private static Record leased(@Nullable Record record, String lease, long end) {
            var leases = new TreeMap<>(record == null ? Map.of() : record.leases());
            leases.put(lease, end);
            return new Record(record == null ? null : record.stamp(), leases);
        }

        private static @Nullable Record without(@Nullable Record record, String lease, boolean stampToo) {
            if (record == null) {
                return null;
            }
            var leases = new TreeMap<>(record.leases());
            leases.remove(lease);
            return new Record(stampToo ? null : record.stamp(), leases);
        }

        private static @Nullable Record ended(@Nullable Record record, String lease) {
            return record == null || !record.leases().containsKey(lease) ? record : leased(record, lease, ENDED);
        }

        /** The store forgets; a record only while no mutation needs its lease (see PROTOCOL §7.3 on that). */
        private void evict(World world) {
            if (world.evictions() == 0) {
                return;
            }
            boolean mutating = world.processes().stream()
                    .anyMatch(process -> !process.reads()
                            && !EnumSet.of(At.START, At.DONE, At.GONE).contains(process.at()));
            var left = new World(
                    world.database(),
                    world.record(),
                    world.entry(),
                    world.fresh(),
                    world.processes(),
                    world.floor(),
                    world.evictions() - 1,
                    world.crashes(),
                    world.losses());
            if (world.record() != null && !mutating) {
                reach(left.record((Record) null));
            }
            if (world.entry() != null) {
                reach(left.entry(null));
            }
        }
    }

    @Test
    void scheme_hasNoStaleReadInAnyInterleaving() {
        int states = 0;
        for (int[] cast : new int[][] {{2, 2, 1, 1, 0}, {2, 2, 0, 0, 1}, {2, 1, 1, 1, 1}}) {
            var search = new Search(EnumSet.allOf(Rule.class)).run(cast[0], cast[1], cast[2], cast[3], cast[4]);
            assertEquals(null, search.stale);
            assertNotEquals(0, search.hits, "without a hit nothing was tested");
            states += search.seen.size();
        }
        assertTrue(states > 100_000, states + " states");
        System.Logger log = System.getLogger(EveryInterleavingTest.class.getName());
        log.log(System.Logger.Level.INFO, "{0} states, no stale read", states);
    }

    @ParameterizedTest
    @EnumSource
    void mutantWithoutOneRule_isCaught(Rule rule) {
        var mutant = EnumSet.complementOf(EnumSet.of(rule));
        boolean caught = new Search(mutant).run(2, 1, 0, 1, 1).stale != null
                || new Search(mutant).run(3, 1, 0, 1, 1).stale != null
                || new Search(mutant).run(2, 2, 0, 1, 0).stale != null;
        assertTrue(caught, "a stale read without the rule " + rule);
    }
}
