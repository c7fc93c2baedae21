package org.mizan.it.fuzz;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.mizan.it.fuzz.Credentials.Proof;
import org.mizan.it.fuzz.Sample.Kind;

/** Makes the request of a number, always the same one but for the credentials. */
final class Plan {
    /** Numbers of requests whose credentials are spoilt are multiples of it, and no others are. */
    private static final int SPOILT = 9973;

    private static final List<String> GUARDS = List.of("open", "closed", "admins", "signedIn", "odd", "bare");
    private static final List<String> GUARDED = List.of("admins", "signedIn", "odd", "bare");

    private final URI site;
    private final List<Credentials> callers;
    private final CredentialSpoiler spoiler;
    private final long seed;

    Plan(URI site, List<Credentials> callers, long seed) {
        this.site = site;
        this.callers = callers;
        this.spoiler = new CredentialSpoiler(callers);
        this.seed = seed;
    }

    /** What a request is sent for. */
    enum Purpose {
        /** Not spoilt and permitted: succeeds, so that the others could have. */
        GOOD,
        /** Not spoilt, and of somebody who may not. */
        WEAK,
        /** The credentials are spoilt, nothing else. */
        SPOILT,
        /** Everything but the credentials is. */
        MUTATED
    }

    /** One request. */
    record Attempt(long index, Purpose purpose, Sample sample, Draft draft) {}

    Attempt attempt(long index) {
        var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + index);
        int die = random.nextInt(20);
        var purpose = die == 0 ? Purpose.GOOD : die == 1 ? Purpose.WEAK : die < 10 ? Purpose.SPOILT : Purpose.MUTATED;
        var sample = sample(purpose, random);
        var draft = sample.draft(site.getRawPath(), site.getAuthority());
        if (purpose == Purpose.SPOILT) {
            spoiler.spoil(sample, draft, random);
        } else if (purpose == Purpose.MUTATED) {
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                Mutations.mutate(draft, random);
            }
        }
        return new Attempt(index, purpose, sample, draft);
    }

    /** Reads by an administrator, whose answers the cache keeps: the same are then asked for with spoilt credentials. */
    List<Attempt> warming() {
        var warming = new ArrayList<Attempt>();
        for (var guard : GUARDED) {
            for (var who : callers) {
                if (who.admin()) {
                    var sample = new Sample(Kind.READ, guard, who, warm(guard));
                    warming.add(new Attempt(
                            -1, Purpose.GOOD, sample, sample.draft(site.getRawPath(), site.getAuthority())));
                }
            }
        }
        return warming;
    }

    private static int warm(String guard) {
        return 200_000_001 + 2 * GUARDED.indexOf(guard);
    }

    private Sample sample(Purpose purpose, SplittableRandom random) {
        while (true) {
            var kind = Mutations.pick(List.of(Kind.values()), random);
            var guard = Mutations.pick(purpose == Purpose.SPOILT ? GUARDED : GUARDS, random);
            var who = Mutations.pick(callers, random);
            boolean warmed = purpose == Purpose.SPOILT && kind == Kind.READ;
            var sample = new Sample(kind, guard, who, warmed ? warm(guard) : number(purpose, guard, random));
            if (suits(purpose, sample)) {
                return sample;
            }
        }
    }

    private static boolean suits(Purpose purpose, Sample sample) {
        return switch (purpose) {
            case GOOD -> sample.isPermitted();
            case WEAK -> sample.kind().guarded() && !mayRun(sample);
            case SPOILT ->
                sample.who().proof() != Proof.NOBODY
                        && (sample.who().proof() != Proof.SESSION
                                || sample.kind().needsToken());
            case MUTATED -> true;
        };
    }

    /** Whether the function's own guards let it pass, whatever servers do before. */
    private static boolean mayRun(Sample sample) {
        boolean openToAll = sample.guard().equals("open") || sample.guard().equals("odd");
        return sample.isPermitted() || sample.kind() == Kind.PAGE && openToAll;
    }

    private static int number(Purpose purpose, String guard, SplittableRandom random) {
        if (purpose == Purpose.SPOILT) {
            int factor = random.nextInt(1_000_000_000 / SPOILT, Integer.MAX_VALUE / SPOILT);
            return SPOILT * (guard.equals("odd") ? factor | 1 : factor);
        }
        int number = random.nextInt(300_000_000, 1_000_000_000);
        return number % SPOILT == 0 ? number + 1 : number;
    }
}
