package org.mizan.codegen.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A context with a bundle.
 *
 * @param name its name on the wire
 * @param pascal what its generated names begin with, {@code User}
 * @param camel the same beginning in lower case
 * @param parameters what it takes, by name
 * @param defaults the text of parameters that the server fills in
 * @param functions what it gives, by name
 */
public record ContextClient(
        String name,
        String pascal,
        String camel,
        List<Member> parameters,
        SortedMap<String, String> defaults,
        List<ReadFunction> functions) {
    /** Copies the collections. */
    public ContextClient {
        parameters = List.copyOf(parameters);
        defaults = Collections.unmodifiableSortedMap(new TreeMap<>(defaults));
        functions = List.copyOf(functions);
    }

    /** The component, {@code UserContext}. */
    public String component() {
        return pascal + "Context";
    }

    /** The definition, {@code userContext}. */
    public String definition() {
        return camel + "Context";
    }

    /** The interface of its parameters. */
    public String parametersType() {
        return component() + "Params";
    }

    /** The interface of its bundle. */
    public String dataType() {
        return component() + "Data";
    }

    /** The function that reads it once. */
    public String fetch() {
        return "fetch" + component();
    }
}
