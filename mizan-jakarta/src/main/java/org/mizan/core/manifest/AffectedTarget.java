package org.mizan.core.manifest;

import org.jspecify.annotations.Nullable;

/**
 * What a mutation makes stale.
 *
 * @param context the name of the context
 * @param function one function of it; {@code null} for the whole context
 */
public record AffectedTarget(String context, @Nullable String function) {}
