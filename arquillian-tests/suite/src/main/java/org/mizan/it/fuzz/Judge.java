package org.mizan.it.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mizan.it.fuzz.Plan.Attempt;
import org.mizan.it.fuzz.Plan.Purpose;
import org.mizan.it.fuzz.Sample.Kind;
import org.mizan.it.fuzz.Wire.Reply;

/** Says what was wrong with replies, and with what ran. Thread-safe. */
final class Judge {
    private static final int LONGEST = 6_000;
    private static final int MOST_FAILURES = 10;

    private final String server;
    private final Map<String, Integer> statuses = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    Judge(String server) {
        this.server = server;
    }

    synchronized void replies(Attempt attempt, Draft before, List<Reply> replies) {
        var status = replies.isEmpty() ? "none" : "" + replies.get(0).status();
        statuses.merge(attempt.purpose() + " " + status, 1, Integer::sum);
        for (var reply : replies) {
            if (reply.status() >= 500 && !ServerErrors.excuse(server, attempt, reply)) {
                failed(attempt, before, "status " + reply.status(), replies);
            }
        }
        switch (attempt.purpose()) {
            case GOOD ->
                require(replies.size() == 1 && succeeded(replies.get(0)), "a good request", attempt, before, replies);
            case WEAK, SPOILT -> replies.forEach(reply -> refused(attempt, before, reply, replies));
            case MUTATED -> {}
        }
    }

    private static boolean succeeded(Reply reply) {
        return reply.status() >= 200 && reply.status() < 300;
    }

    private void refused(Attempt attempt, Draft before, Reply reply, List<Reply> replies) {
        if (attempt.sample().kind() == Kind.SESSION) {
            require(!reply.body().contains("\"caller\":{"), "it was told who the caller is", attempt, before, replies);
        } else {
            require(!succeeded(reply), "it was accepted", attempt, before, replies);
            require(
                    !reply.body().contains("" + attempt.sample().number()),
                    "it was told the result",
                    attempt,
                    before,
                    replies);
            require(!reply.body().contains("\"token\""), "it was given a token", attempt, before, replies);
        }
    }

    private void require(boolean holds, String otherwise, Attempt attempt, Draft before, List<Reply> replies) {
        if (!holds) {
            failed(attempt, before, otherwise, replies);
        }
    }

    /** Judges the runs of a batch: who may not, for him nothing ran; with spoilt credentials nothing did at all. */
    synchronized void runs(List<Attempt> attempts, List<String> runs) {
        var spoilt = new HashMap<Integer, Attempt>();
        for (var attempt : attempts) {
            boolean refused = attempt.purpose() == Purpose.SPOILT || attempt.purpose() == Purpose.WEAK;
            if (refused && attempt.sample().kind() != Kind.READ) {
                spoilt.put(attempt.sample().number(), attempt);
            }
        }
        for (var run : runs) {
            var words = run.split(" ", 5);
            var attempt = spoilt.get(Integer.parseInt(words[1]));
            if (attempt != null) {
                failed(attempt, null, "it ran: " + run, List.of());
            } else if (!mayRun(words)) {
                failures.add("a guard did not hold, whichever request it was: " + run);
            }
        }
    }

    private static boolean mayRun(String[] run) {
        boolean somebody = !run[2].equals("NONE");
        return switch (run[0].replaceFirst("^[a-z]+", "")) {
            case "Open" -> true;
            case "Admins" -> somebody && run[4].matches(".*\\badmin\\b.*");
            case "SignedIn", "Bare" -> somebody;
            case "Odd" -> somebody && Integer.parseInt(run[1]) % 2 != 0;
            default -> false;
        };
    }

    synchronized void failed(Attempt attempt, Draft before, String why, List<Reply> replies) {
        if (failures.size() >= MOST_FAILURES) {
            return;
        }
        var draft = attempt.draft();
        failures.add("request " + attempt.index() + ", " + attempt.purpose() + ", "
                + attempt.sample().kind() + " "
                + attempt.sample().guard() + " by " + attempt.sample().who().id() + " ("
                + attempt.sample().who().proof() + "), spoilt " + draft.story + (draft.framed ? "" : ", unframed")
                + ": " + why + (before == null ? "" : "\nbefore >>> " + wire(before)) + "\n>>> " + wire(draft)
                + "\n<<< "
                + replies.stream().map(reply -> visible(reply.text())).toList());
    }

    private static String wire(Draft draft) {
        return visible(new String(draft.bytes(), StandardCharsets.ISO_8859_1));
    }

    private static String visible(String text) {
        var out = new StringBuilder();
        text.chars().limit(LONGEST).forEach(c -> {
            if (c == '\n') {
                out.append("\\n\n    ");
            } else if (c < ' ' || c > '~') {
                out.append(String.format("\\x%02x", c));
            } else {
                out.append((char) c);
            }
        });
        return text.length() > LONGEST ? out + "… (" + text.length() + " bytes)" : out.toString();
    }

    synchronized Map<String, Integer> statuses() {
        return statuses;
    }

    synchronized List<String> failures() {
        return failures;
    }
}
