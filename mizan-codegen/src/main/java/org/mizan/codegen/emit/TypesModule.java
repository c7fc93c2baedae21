package org.mizan.codegen.emit;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mizan.codegen.model.Declaration;
import org.mizan.codegen.model.Literals;

/** {@code types.ts}. */
final class TypesModule {
    private final Code code = new Code();

    static String of(List<Declaration> declarations) {
        var module = new TypesModule();
        if (declarations.stream().anyMatch(Declaration.Branded.class::isInstance)) {
            module.code.paragraph("declare const brand: unique symbol");
        }
        declarations.forEach(module::declare);
        return declarations.isEmpty() ? "export {}\n" : module.code.toString();
    }

    private void declare(Declaration declaration) {
        if (declaration instanceof Declaration.Interface object) {
            object(object);
        } else if (declaration instanceof Declaration.Constants constants) {
            constants(constants);
        } else if (declaration instanceof Declaration.Union union) {
            union(union);
        } else if (declaration instanceof Declaration.Branded branded) {
            branded(branded);
        } else {
            code.paragraph("/** Any JSON value. */\nexport type " + declaration.name()
                    + " =\n  | null\n  | boolean\n  | number\n  | string\n  | readonly " + declaration.name()
                    + "[]\n  | { readonly [name: string]: " + declaration.name() + " }");
        }
    }

    private void object(Declaration.Interface object) {
        var parameters = parameters(object.parameters(), lines(object));
        var members = lines(object);
        code.paragraph(Code.doc(object.doc(), "")
                + (members.isEmpty()
                        ? "export type " + object.name() + parameters + " = Record<never, never>"
                        : "export interface " + object.name() + parameters + " {\n" + members + "}"));
    }

    /** The module's own types need no import. */
    private static String lines(Declaration.Interface object) {
        return new Code().lines(object.members());
    }

    /** One that nothing mentions gets an underscore, with which compilers let it pass. */
    private static String parameters(List<String> names, String body) {
        return names.isEmpty()
                ? ""
                : names.stream()
                        .map(name -> Pattern.compile("\\b" + name + "\\b")
                                        .matcher(body)
                                        .find()
                                ? name
                                : "_" + name)
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    private void constants(Declaration.Constants constants) {
        var values = constants.values().stream().map(Literals::text).toList();
        var type = "export type " + constants.name() + " = " + String.join(" | ", values);
        if (values.isEmpty()) {
            type = "export type " + constants.name() + " = never";
        } else if (type.length() > Code.WIDTH) {
            type = values.stream()
                    .collect(Collectors.joining("\n  | ", "export type " + constants.name() + " =\n  | ", ""));
        }
        code.paragraph(Code.doc(constants.doc(), "") + type);
        var deprecated = constants.deprecated().stream().sorted().toList();
        code.paragraph("/** All values of {@link " + constants.name() + "}"
                + (deprecated.isEmpty() ? "" : "; deprecated: " + String.join(", ", deprecated))
                + ". */\n"
                + Code.list(
                        "export const " + constants.listName() + ": readonly " + constants.name() + "[] = [",
                        values,
                        "]"));
    }

    private void union(Declaration.Union union) {
        var parts = union.alternatives().stream().map(code -> code.text()).toList();
        var head = "export type " + union.name() + parameters(union.parameters(), String.join(" ", parts)) + " =";
        var line = head + " " + String.join(" | ", parts);
        code.paragraph(Code.doc(union.doc(), "")
                + (line.length() <= Code.WIDTH
                        ? line
                        : parts.stream().collect(Collectors.joining("\n  | ", head + "\n  | ", ""))));
    }

    private void branded(Declaration.Branded branded) {
        var name = branded.name();
        var what = branded.what();
        code.paragraph("/** " + Character.toUpperCase(what.charAt(0)) + what.substring(1) + ", as text. */\n"
                + "export type " + name + " = string & { readonly [brand]: " + Literals.text(name) + " }");
        code.paragraph("/** Checks the form and brands. Throws a RangeError. */\n"
                + "export function " + name + "(text: string): " + name + " {\n"
                + "  if (!/^(" + branded.pattern() + ")$/.test(text)) {\n"
                + "    throw new RangeError(`'${text}' is not " + what + "`)\n"
                + "  }\n"
                + "  return text as " + name + "\n"
                + "}");
    }
}
