package org.mizan.core.protocol;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rule that makes a target of a declaration and a call's arguments (PROTOCOL §6.1). Without state. */
public final class Scoping {
    private Scoping() {}

    /**
     * The target of one call: the names that the mutation shares with the context become the scope; without any it is
     * broad.
     *
     * @param arguments the call's bound arguments by name, of which those that are absent, null or an empty list are
     *     left out, as {@link ParameterText#scopeValue} has no value for them
     */
    public static Target scope(Affected affected, Map<String, ScopeValue> arguments) {
        SortedMap<String, ScopeValue> scope = new TreeMap<>();
        for (String name : affected.parameters()) {
            ScopeValue value = arguments.get(name);
            if (value != null) {
                scope.put(name, value);
            }
        }
        return new Target(affected.context(), affected.function(), scope);
    }
}
