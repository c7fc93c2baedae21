package org.mizan.codegen.emit;

import org.mizan.codegen.model.CallFunction;
import org.mizan.codegen.model.ClientModel;
import org.mizan.codegen.model.ContextClient;

/** {@code server.ts}. */
final class ServerModule {
    private final Code code = new Code();
    private final StringBuilder methods = new StringBuilder();
    private final StringBuilder bound = new StringBuilder();

    static String of(ClientModel client) {
        var module = new ServerModule();
        client.contexts().forEach(module::context);
        client.calls().forEach(module::call);
        return module.text();
    }

    private String text() {
        code.importValue(".", "createClient");
        code.importType(Modules.RUNTIME, "Client");
        code.importType(Modules.RUNTIME, "ClientOptions");
        code.importValue(Modules.RUNTIME, "cookieJar");
        code.paragraph("""
                /** All functions, bound to one client: for tests, scripts and rendering on a server. */
                export interface ServerClient {
                  readonly client: Client
                %s}""".formatted(methods));
        code.paragraph("""
                /** A client that keeps cookies, as a browser would. `base` must have an origin: `https://shop.example/api/mizan`. */
                export function createServerClient(options: ClientOptions & { readonly base: string }): ServerClient {
                  const client = createClient({ ...options, ...cookieJar(options.fetch) })
                  return {
                    client,
                %s  }
                }""".formatted(bound));
        return code.toString();
    }

    private void context(ContextClient context) {
        code.importValue(Modules.CONTEXTS, context.fetch());
        var data = code.importType(Modules.CONTEXTS, context.dataType());
        var options = code.importType(Modules.RUNTIME, "ReadOptions");
        boolean none = context.parameters().isEmpty();
        var parameters = none ? "" : "params: " + code.importType(Modules.CONTEXTS, context.parametersType()) + ", ";
        method("", context.fetch(), parameters, options, data);
        bind(context.fetch(), none ? "" : "params, ");
    }

    private void call(CallFunction call) {
        code.importValue(Modules.MUTATIONS, call.identifier());
        var options = code.importType(Modules.RUNTIME, "CallOptions");
        boolean none = call.arguments().isEmpty();
        var parameters = none ? "" : "args: " + code.importType(Modules.MUTATIONS, call.argumentsType()) + ", ";
        method(Code.doc(call.doc(), "  "), call.identifier(), parameters, options, code.use(call.result()));
        bind(call.identifier(), none ? "" : "args, ");
    }

    private void method(String doc, String name, String parameters, String options, String result) {
        methods.append(doc)
                .append("  ")
                .append(name)
                .append('(')
                .append(parameters)
                .append("options?: ")
                .append(options)
                .append("): Promise<")
                .append(result)
                .append(">\n");
    }

    private void bind(String name, String parameters) {
        bound.append("    ")
                .append(name)
                .append(": (")
                .append(parameters)
                .append("options) => ")
                .append(name)
                .append("(client, ")
                .append(parameters)
                .append("options),\n");
    }
}
