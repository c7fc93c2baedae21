package org.mizan.codegen.model;

import java.util.List;

/**
 * A whole client; every list is sorted by name.
 *
 * @param hash the hash of the schema that it is generated from
 */
public record ClientModel(
        String hash, List<Declaration> types, List<ContextClient> contexts, List<CallFunction> calls) {
    /** Copies the lists. */
    public ClientModel {
        types = List.copyOf(types);
        contexts = List.copyOf(contexts);
        calls = List.copyOf(calls);
    }
}
