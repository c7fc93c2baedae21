package org.mizan.codegen.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mizan.codegen.model.Doc;
import org.mizan.core.schema.constraint.Constraint;

/** Doc comments out of {@code @Deprecated} and constraints. */
final class Docs {
    private Docs() {}

    static Doc of(boolean deprecated, List<Constraint> constraints) {
        var lines = new ArrayList<String>();
        if (deprecated) {
            lines.add("@deprecated");
        }
        constraints.stream()
                .filter(constraint -> !constraint.name().equals("Valid"))
                .map(Docs::line)
                .distinct()
                .forEach(lines::add);
        return lines.isEmpty() ? Doc.NONE : new Doc(lines);
    }

    static Doc of(boolean deprecated) {
        return of(deprecated, List.of());
    }

    /** {@code @constraint element Size(max = 80)}. */
    private static String line(Constraint constraint) {
        var within = constraint.within().stream()
                .map(part -> part.name().toLowerCase(java.util.Locale.ROOT) + " ")
                .collect(Collectors.joining());
        var attributes = constraint.attributes().entrySet().stream()
                .map(attribute -> attribute.getKey() + " = " + value(attribute.getValue()))
                .collect(Collectors.joining(", "));
        return "@constraint " + within + constraint.name() + (attributes.isEmpty() ? "" : "(" + attributes + ")");
    }

    private static String value(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Docs::value).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof String text
                ? '"' + text.replace("\n", "\\n").replace("\r", "\\r") + '"'
                : value.toString();
    }
}
