package org.mizan.codegen.emit;

import org.mizan.codegen.model.CallFunction;
import org.mizan.codegen.model.ClientModel;
import org.mizan.codegen.model.ContextClient;
import org.mizan.codegen.model.Literals;
import org.mizan.codegen.model.ReadFunction;

/** {@code react.tsx}. */
final class ReactModule {
    private final Code code = new Code();
    private final boolean suspense;

    private ReactModule(boolean suspense) {
        this.suspense = suspense;
    }

    /**
     * Writes the module.
     *
     * @param suspense whether there are hooks that suspend
     */
    static String of(ClientModel client, boolean suspense) {
        var module = new ReactModule(suspense);
        module.code.paragraph("export { useRenderEnvironment } from '" + Modules.ENVIRONMENT
                + "'\nexport { MizanProvider, useMizan } from '" + Modules.REACT_RUNTIME + "'");
        if (!client.contexts().isEmpty()) {
            module.bind(client);
        }
        client.contexts().forEach(module::context);
        client.calls().forEach(module::call);
        return module.code.toString();
    }

    private void bind(ClientModel client) {
        var lines = new StringBuilder();
        for (var context : client.contexts()) {
            lines.append(lines.isEmpty() ? "" : "\n")
                    .append("const ")
                    .append(binding(context))
                    .append(" = /* @__PURE__ */ ")
                    .append(code.importValue(Modules.REACT_RUNTIME, "bindContext"))
                    .append('(')
                    .append(code.importValue(Modules.CONTEXTS, context.definition()))
                    .append(')');
        }
        code.paragraph(lines.toString());
    }

    private static String binding(ContextClient context) {
        return context.camel() + "Binding";
    }

    private void context(ContextClient context) {
        code.importType("react", "ReactNode");
        code.importType(Modules.REACT_RUNTIME, "ContextProps");
        var props = context.parameters().isEmpty()
                ? "ContextProps"
                : code.importType(Modules.CONTEXTS, context.parametersType()) + " & ContextProps";
        function(
                context.component() + "(props: " + props + ")",
                "ReactNode",
                code.importValue(Modules.REACT_RUNTIME, "provideContext") + "(" + binding(context) + ", props)");
        var data = code.importType(Modules.CONTEXTS, context.dataType());
        function(
                "use" + context.component() + "()",
                code.importType(Modules.RUNTIME, "ContextState") + "<" + data + ">",
                code.importValue(Modules.REACT_RUNTIME, "useContextState") + "(" + binding(context) + ")");
        if (suspense) {
            function(
                    "useSuspense" + context.component() + "()",
                    data,
                    code.importValue(Modules.REACT_RUNTIME, "useSuspenseContext") + "(" + binding(context) + ")");
        }
        context.functions().forEach(function -> read(context, function));
    }

    private void read(ContextClient context, ReadFunction function) {
        var member = "(" + binding(context) + ", " + Literals.text(function.name()) + ")";
        var result = code.use(function.result());
        function(
                Code.doc(function.doc(), ""),
                "use" + function.pascal() + "()",
                code.importType(Modules.RUNTIME, "FunctionState") + "<" + result + ">",
                code.importValue(Modules.REACT_RUNTIME, "useFunctionState") + member);
        if (suspense) {
            function(
                    Code.doc(function.doc(), ""),
                    "useSuspense" + function.pascal() + "()",
                    result,
                    code.importValue(Modules.REACT_RUNTIME, "useSuspenseFunction") + member);
        }
    }

    private void call(CallFunction call) {
        var arguments = call.arguments().isEmpty() ? "void" : code.importType(Modules.MUTATIONS, call.argumentsType());
        function(
                Code.doc(call.doc(), ""),
                call.hook() + "()",
                code.importType(Modules.REACT_RUNTIME, "MutationState") + "<" + arguments + ", "
                        + code.use(call.result()) + ">",
                code.importValue(Modules.REACT_RUNTIME, "useMutation") + "(" + Literals.text(call.name()) + ")");
    }

    private void function(String signature, String result, String expression) {
        function("", signature, result, expression);
    }

    private void function(String doc, String signature, String result, String expression) {
        code.paragraph(doc + "export function " + signature + ": " + result + " {\n  return " + expression + "\n}");
    }
}
