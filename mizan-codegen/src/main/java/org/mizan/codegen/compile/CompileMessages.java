package org.mizan.codegen.compile;

import org.mizan.core.problem.Problem;

/** The messages of this package: codes 02040 to 02059. */
final class CompileMessages {
    private CompileMessages() {}

    static Problem clash(String place, String identifier, String other) {
        return Problem.error(
                2040,
                place,
                "the client would have '" + identifier + "' twice: " + other + " has it too.",
                "Rename one of the two: @Client(name = …) for a function, @ContextName for a context.");
    }

    static Problem reactProp(String place, String parameter) {
        return Problem.error(
                2041,
                place,
                "the parameter '" + parameter + "' of its context cannot be a property of a React component, which has"
                        + " a meaning of its own for that name.",
                "Name it otherwise, with @Param(\"…\").");
    }

    static Problem prototype(String place) {
        return Problem.error(
                2042,
                place,
                "'__proto__' cannot be a member of an object in JavaScript.",
                "Name it otherwise, with @Param(\"…\") or @JsonbProperty(\"…\").");
    }

    static Problem takenTypeName(String type, String name) {
        return Problem.error(
                2043, type, "no name is left for it in the client: '" + name + "' is taken.", "Rename the class.");
    }
}
