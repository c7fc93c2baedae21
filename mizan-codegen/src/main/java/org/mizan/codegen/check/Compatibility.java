package org.mizan.codegen.check;

import java.util.SortedMap;
import org.mizan.codegen.schema.SchemaDocument;
import org.mizan.codegen.schema.SchemaDocument.Parameter;
import org.mizan.codegen.schema.SchemaJson;
import org.mizan.core.problem.Problems;

/**
 * Finds what would break clients that are deployed.
 *
 * <p>Results may only become narrower and arguments only wider; what is new harms nobody unless it is required. A
 * client that was generated from an older schema says so ({@code X-Mizan-Schema}) and learns {@code 409 STALE_CLIENT}
 * for what would be refused otherwise; what it reads differently than meant, nobody tells it.
 */
public final class Compatibility {
    private final SchemaDocument before;
    private final SchemaDocument after;
    private final Problems problems;
    private final ShapeComparison shapes;

    private Compatibility(SchemaDocument before, SchemaDocument after, Problems problems) {
        this.before = before;
        this.after = after;
        this.problems = problems;
        this.shapes = new ShapeComparison(before, after, problems);
    }

    /**
     * Compares two schemas.
     *
     * @param deployed the {@code schema.json} of the deployed clients
     * @param now that of the classes
     */
    public static void check(String deployed, String now, Problems problems) {
        SchemaDocument before;
        try {
            before = SchemaJson.read(deployed);
        } catch (IllegalArgumentException e) {
            problems.add(CheckMessages.badBaseline(String.valueOf(e.getMessage())));
            return;
        }
        new Compatibility(before, SchemaJson.read(now), problems).check();
    }

    private void check() {
        before.functions().forEach(this::function);
        before.contexts().forEach((name, context) -> {
            var other = after.contexts().get(name);
            if (other == null) {
                problems.add(CheckMessages.contextRemoved("context '" + name + "'"));
            } else {
                var place = "context '" + name + "', parameter ";
                parameters(place, context.parameters(), other.parameters());
                defaults(place, context.parameters(), other.parameters());
            }
        });
    }

    private void function(String name, SchemaDocument.Function function) {
        var place = "function '" + name + "'";
        var other = after.functions().get(name);
        if (other == null) {
            problems.add(CheckMessages.functionRemoved(place));
            return;
        }
        var context = function.context();
        if (context != null && !context.equals(other.context())) {
            problems.add(CheckMessages.movedOut(place, context));
        }
        parameters(place + ", parameter ", function.parameters(), other.parameters());
        shapes.result(place + ", result", function.result(), other.result());
    }

    private void parameters(String place, SortedMap<String, Parameter> old, SortedMap<String, Parameter> now) {
        old.forEach((name, parameter) -> {
            var other = now.get(name);
            if (other == null) {
                problems.add(CheckMessages.parameterRemoved(place + name));
            } else if (other.required() && !parameter.required()) {
                problems.add(CheckMessages.parameterRequired(place + name));
            } else {
                shapes.argument(
                        place + name, parameter.type().required(), other.type().required());
            }
        });
        now.forEach((name, parameter) -> {
            if (parameter.required() && !old.containsKey(name)) {
                problems.add(CheckMessages.parameterRequired(place + name));
            }
        });
    }

    /** Clients match what they show with what was outdated by the defaults that they know (PROTOCOL §7.2). */
    private void defaults(String place, SortedMap<String, Parameter> old, SortedMap<String, Parameter> now) {
        old.forEach((name, parameter) -> {
            var other = now.get(name);
            if (other != null
                    && parameter.defaultText() != null
                    && !parameter.defaultText().equals(other.defaultText())) {
                problems.add(CheckMessages.defaultChanged(
                        place + name, parameter.defaultText(), String.valueOf(other.defaultText())));
            }
        });
    }
}
