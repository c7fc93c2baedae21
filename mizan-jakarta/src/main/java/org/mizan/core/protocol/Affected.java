package org.mizan.core.protocol;

import java.util.List;
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
}
