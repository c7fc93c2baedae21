package org.mizan.codegen.compile;

import java.util.HashMap;
import java.util.Map;
import org.mizan.core.problem.Problems;

/** Who has which name in the client: all its modules share one space of names. Not thread-safe. */
final class Names {
    private final Map<String, String> owners = new HashMap<>();
    private final Problems problems;

    Names(Problems problems) {
        this.problems = problems;
        Identifiers.used().forEach(name -> owners.put(name, "the runtime"));
    }

    /** Takes a name; a problem when somebody has it already. */
    void take(String identifier, String place) {
        var other = owners.putIfAbsent(identifier, place);
        if (other != null) {
            problems.add(CompileMessages.clash(place, identifier, other));
        }
    }

    boolean isFree(String identifier) {
        return !owners.containsKey(identifier) && !Identifiers.isUsed(identifier);
    }
}
