package org.mizan.codegen.model;

import java.util.List;

/**
 * A function that is called: a mutation, or one without context.
 *
 * @param name its name on the wire
 * @param identifier the name of the TypeScript function
 * @param pascal what its other generated names have in common, {@code Rename}
 * @param arguments what it takes, by name
 */
public record CallFunction(
        String name, String identifier, String pascal, List<Member> arguments, TypeText result, Doc doc) {
    /** Copies the list. */
    public CallFunction {
        arguments = List.copyOf(arguments);
    }

    /** The interface of its arguments, of which there is none without arguments. */
    public String argumentsType() {
        return pascal + "Args";
    }

    /** The hook. */
    public String hook() {
        return "use" + pascal;
    }
}
