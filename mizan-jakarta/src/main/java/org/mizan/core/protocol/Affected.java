package org.mizan.core.protocol;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One entry of what a mutation declares to affect, before any call (PROTOCOL §6.1).
 *
 * @param context the affected context
 * @param function the affected function of it; {@code null} for the whole context
 * @param parameters the names of the context's parameters (also for a function: its scope is the context's)
 */
public record Affected(String context, @Nullable String function, List<String> parameters) {

    /** Copies the names. */
    public Affected {
        parameters = List.copyOf(parameters);
    }

    /**
     * The target of one call (PROTOCOL §6.1): the names that the mutation shares with the context become the scope;
     * without any it is broad.
     *
     * @param arguments the call's bound arguments by name, of which those that are absent, null or an empty list are
     *     left out, as {@link ParameterText#scopeValue} has no value for them
     */
    public Target target(Map<String, ScopeValue> arguments) {
        SortedMap<String, ScopeValue> scope = new TreeMap<>();
        for (String name : parameters) {
            ScopeValue value = arguments.get(name);
            if (value != null) {
                scope.put(name, value);
            }
        }
        return new Target(context, function, scope);
    }
}
