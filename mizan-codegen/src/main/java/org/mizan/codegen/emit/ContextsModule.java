package org.mizan.codegen.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mizan.codegen.model.ContextClient;
import org.mizan.codegen.model.Literals;
import org.mizan.codegen.model.Member;

/** {@code contexts.ts}. */
final class ContextsModule {
    private final Code code = new Code();

    static String of(List<ContextClient> contexts) {
        var module = new ContextsModule();
        contexts.forEach(module::context);
        return contexts.isEmpty() ? "export {}\n" : module.code.toString();
    }

    private void context(ContextClient context) {
        code.importType(Modules.RUNTIME, "Client");
        code.importType(Modules.RUNTIME, "ContextDefinition");
        code.importType(Modules.RUNTIME, "ReadOptions");
        code.members(context.parametersType(), context.parameters());
        code.members(
                context.dataType(),
                context.functions().stream()
                        .map(function -> new Member(function.name(), false, function.result(), function.doc()))
                        .toList());
        code.paragraph(definition(context));
        boolean none = context.parameters().isEmpty();
        var parameters = new ArrayList<>(List.of("client: Client", "options?: ReadOptions"));
        if (!none) {
            parameters.add(1, "params: " + context.parametersType());
        }
        code.paragraph(Code.list(
                        "export function " + context.fetch() + "(",
                        parameters,
                        "): Promise<" + context.dataType() + "> {")
                + "\n  return client.fetch(" + context.definition() + ", " + (none ? "{}" : "params")
                + ", options)\n}");
    }

    private static String definition(ContextClient context) {
        var parts = new ArrayList<String>();
        parts.add("name: " + Literals.text(context.name()));
        parts.add("params: "
                + context.parameters().stream()
                        .map(parameter -> Literals.text(parameter.name()))
                        .collect(Collectors.joining(", ", "[", "]")));
        if (!context.defaults().isEmpty()) {
            parts.add("defaults: "
                    + context.defaults().entrySet().stream()
                            .map(entry -> Literals.property(entry.getKey()) + ": " + Literals.text(entry.getValue()))
                            .collect(Collectors.joining(", ", "{ ", " }")));
        }
        var head = "export const " + context.definition() + ": ContextDefinition<" + context.parametersType() + ", "
                + context.dataType() + "> = {";
        return Code.braces(head, parts, "}");
    }
}
