package org.mizan.codegen.emit;

import java.util.ArrayList;
import java.util.List;
import org.mizan.codegen.model.CallFunction;
import org.mizan.codegen.model.Literals;

/** {@code mutations.ts}. */
final class MutationsModule {
    private final Code code = new Code();

    static String of(List<CallFunction> calls) {
        var module = new MutationsModule();
        calls.forEach(module::call);
        return calls.isEmpty() ? "export {}\n" : module.code.toString();
    }

    private void call(CallFunction call) {
        code.importType(Modules.RUNTIME, "CallOptions");
        code.importType(Modules.RUNTIME, "Client");
        boolean none = call.arguments().isEmpty();
        var parameters = new ArrayList<>(List.of("client: Client", "options?: CallOptions"));
        if (!none) {
            code.members(call.argumentsType(), call.arguments());
            parameters.add(1, "args: " + call.argumentsType());
        }
        code.paragraph(Code.doc(call.doc(), "")
                + Code.list(
                        "export function " + call.identifier() + "(",
                        parameters,
                        "): Promise<" + code.use(call.result()) + "> {")
                + "\n  return client.call(" + Literals.text(call.name()) + ", " + (none ? "{}" : "args")
                + ", options)\n}");
    }
}
