package org.mizan.codegen.model;

import java.util.List;

/**
 * What a doc comment says, a line each: tags for {@code @Deprecated} and constraints.
 *
 * @param lines without the comment's own marks; none for no comment
 */
public record Doc(List<String> lines) {
    /** No comment. */
    public static final Doc NONE = new Doc(List.of());

    /** Copies the lines. */
    public Doc {
        lines = List.copyOf(lines);
    }
}
