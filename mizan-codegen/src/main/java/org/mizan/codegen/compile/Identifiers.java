package org.mizan.codegen.compile;

import java.util.Set;
import org.mizan.core.schema.Naming;

/** What names become in TypeScript. */
final class Identifiers {
    /** Words that cannot name a function or variable in a strict module. */
    private static final Set<String> RESERVED = Set.of(
            "arguments",
            "as",
            "async",
            "await",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "debugger",
            "declare",
            "default",
            "delete",
            "do",
            "else",
            "enum",
            "eval",
            "export",
            "extends",
            "false",
            "finally",
            "for",
            "from",
            "function",
            "get",
            "if",
            "implements",
            "import",
            "in",
            "instanceof",
            "interface",
            "let",
            "new",
            "null",
            "of",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "set",
            "static",
            "super",
            "switch",
            "this",
            "throw",
            "true",
            "try",
            "type",
            "typeof",
            "undefined",
            "var",
            "void",
            "while",
            "with",
            "yield");

    /** Names that the generated modules use of the runtime, of React, of JavaScript, or of their own. */
    private static final Set<String> USED = Set.of(
            "CallOptions",
            "Client",
            "ClientOptions",
            "ContextDefinition",
            "ContextProps",
            "ContextState",
            "FunctionState",
            "MizanError",
            "MizanProvider",
            "MutationState",
            "Promise",
            "RangeError",
            "ReactNode",
            "ReadOptions",
            "Record",
            "ServerClient",
            "bindContext",
            "brand",
            "client",
            "cookieJar",
            "createClient",
            "createRuntimeClient",
            "createServerClient",
            "options",
            "args",
            "params",
            "props",
            "provideContext",
            "schema",
            "useContextState",
            "useFunctionState",
            "useMizan",
            "useMutation",
            "useSuspenseContext",
            "useSuspenseFunction");

    /** Types of the language that no interface may be named after. */
    private static final Set<String> LANGUAGE_TYPES =
            Set.of("any", "bigint", "boolean", "never", "number", "object", "string", "symbol", "unknown");

    private Identifiers() {}

    /** The name of a function: its own, with {@code _} behind words of the language and of the generated modules. */
    static String function(String name) {
        return RESERVED.contains(name) || USED.contains(name) ? name + "_" : name;
    }

    /** Whether generated modules need a name for something else. */
    static boolean isUsed(String name) {
        return USED.contains(name) || LANGUAGE_TYPES.contains(name) || RESERVED.contains(name);
    }

    /** Names that are used. */
    static Set<String> used() {
        return USED;
    }

    /** {@code userProfile} and {@code user_profile} as {@code UserProfile}. */
    static String pascal(String name) {
        var pascal = new StringBuilder();
        for (var word : name.split("_")) {
            pascal.append(Naming.capitalised(word));
        }
        var text = pascal.toString();
        return text.isEmpty() || Character.isDigit(text.charAt(0)) ? "_" + text : text;
    }
}
