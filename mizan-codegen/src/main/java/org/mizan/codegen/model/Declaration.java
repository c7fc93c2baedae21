package org.mizan.codegen.model;

import java.util.List;
import java.util.Set;

/** A type of {@code types.ts}. */
public sealed interface Declaration {

    /** Its name, unique in the client. */
    String name();

    /** An object. */
    record Interface(String name, List<String> parameters, List<Member> members, Doc doc) implements Declaration {
        /** Copies the lists. */
        public Interface {
            parameters = List.copyOf(parameters);
            members = List.copyOf(members);
        }
    }

    /** An enum: a union of strings and a list of them. */
    record Constants(String name, List<String> values, Set<String> deprecated, Doc doc) implements Declaration {
        /** Copies the names. */
        public Constants {
            values = List.copyOf(values);
            deprecated = Set.copyOf(deprecated);
        }

        /** The name of the list of all values. */
        public String listName() {
            return name + "Values";
        }
    }

    /** One of several objects. */
    record Union(String name, List<String> parameters, List<TypeText> alternatives, Doc doc) implements Declaration {
        /** Copies the lists. */
        public Union {
            parameters = List.copyOf(parameters);
            alternatives = List.copyOf(alternatives);
        }
    }

    /** Text of a known form, that a function of the same name checks. */
    record Branded(String name, String pattern, String what) implements Declaration {}

    /** Any JSON value. */
    record AnyJson(String name) implements Declaration {}
}
