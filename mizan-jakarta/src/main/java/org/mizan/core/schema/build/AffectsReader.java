package org.mizan.core.schema.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mizan.Client;
import org.mizan.core.problem.Problems;
import org.mizan.core.protocol.Affected;
import org.mizan.core.schema.ContextModel;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.Naming;

/** Resolves what a mutation affects against the contexts of the application. */
final class AffectsReader {
    private final Map<String, ContextModel> contexts;
    private final Naming naming;
    private final Problems problems;

    AffectsReader(Map<String, ContextModel> contexts, Naming naming, Problems problems) {
        this.contexts = contexts;
        this.naming = naming;
        this.problems = problems;
    }

    List<Affected> read(FunctionModel function, Client client) {
        var affected = new ArrayList<Affected>();
        for (var type : client.affects()) {
            var name = ContextReader.name(type, naming);
            var context = contexts.get(name);
            if (context == null) {
                problems.add(BuildMessages.unknownContext(
                        function.place(), name, NearestName.hint(name, contexts.keySet())));
            } else {
                affected.add(affected(function, context, null));
            }
        }
        for (var written : client.affectsFunctions()) {
            var target = find(written);
            if (target == null) {
                problems.add(BuildMessages.unknownFunction(function.place(), written, hint(written)));
            } else {
                var context = contexts.get(target.context());
                if (context != null) {
                    affected.add(affected(function, context, target.name()));
                }
            }
        }
        return affected;
    }

    private @Nullable FunctionModel find(String written) {
        for (var context : contexts.values()) {
            for (var function : context.functions()) {
                if (function.name().equals(written) || function.name().equals(naming.apply(written))) {
                    return function;
                }
            }
        }
        return null;
    }

    private String hint(String written) {
        return NearestName.hint(
                written,
                contexts.values().stream()
                        .flatMap(context -> context.functions().stream())
                        .map(FunctionModel::name)
                        .collect(Collectors.toSet()));
    }

    private Affected affected(FunctionModel function, ContextModel context, @Nullable String target) {
        boolean shares = false;
        for (var parameter : function.parameters()) {
            var scoped = context.parameters().get(parameter.name());
            if (scoped == null) {
                continue;
            }
            shares = true;
            if (!ParameterReader.sameText(parameter.type(), scoped.type())) {
                problems.add(BuildMessages.otherScopeType(
                        function.place(),
                        parameter.name(),
                        parameter.type().toString(),
                        context.name(),
                        scoped.type().toString()));
            }
        }
        if (!shares && !context.parameters().isEmpty()) {
            problems.add(BuildMessages.alwaysBroad(
                    function.place(),
                    context.name(),
                    List.copyOf(context.parameters().keySet())));
        }
        return new Affected(
                context.name(), target, List.copyOf(context.parameters().keySet()));
    }
}
