package org.mizan.codegen.emit;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mizan.codegen.model.Doc;
import org.mizan.codegen.model.Literals;
import org.mizan.codegen.model.Member;
import org.mizan.codegen.model.TypeText;

/**
 * The text of one module that is being written: paragraphs, with the imports that they need in front. Not thread-safe.
 */
final class Code {
    /** The longest line that is not broken. */
    static final int WIDTH = 120;

    private final StringBuilder body = new StringBuilder();
    private final SortedMap<String, SortedSet<String>> values = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> types = new TreeMap<>();

    /** Mentions the types of {@code types.ts} that an expression needs, and gives its text. */
    String use(TypeText type) {
        type.names().forEach(name -> importType("./types", name));
        return type.text();
    }

    String importType(String module, String name) {
        types.computeIfAbsent(module, m -> new TreeSet<>()).add(name);
        return name;
    }

    String importValue(String module, String name) {
        values.computeIfAbsent(module, m -> new TreeSet<>()).add(name);
        return name;
    }

    /** Adds lines, behind an empty one. */
    void paragraph(String text) {
        body.append(body.isEmpty() ? "" : "\n").append(text).append('\n');
    }

    /** An interface, or for no members a type that no member fits. */
    void members(String name, List<Member> members) {
        if (members.isEmpty()) {
            paragraph("export type " + name + " = Record<never, never>");
        } else {
            paragraph("export interface " + name + " {\n" + lines(members) + "}");
        }
    }

    String lines(Collection<Member> members) {
        var lines = new StringBuilder();
        for (var member : members) {
            lines.append(doc(member.doc(), "  "))
                    .append("  readonly ")
                    .append(Literals.property(member.name()))
                    .append(member.optional() ? "?: " : ": ")
                    .append(use(member.type()))
                    .append('\n');
        }
        return lines.toString();
    }

    /** A doc comment with the line's end behind it; nothing for none. */
    static String doc(Doc doc, String indent) {
        var lines = doc.lines().stream().map(line -> line.replace("*/", "*\\/")).toList();
        if (lines.isEmpty()) {
            return "";
        }
        if (lines.size() == 1) {
            return indent + "/** " + lines.get(0) + " */\n";
        }
        return lines.stream()
                .map(line -> indent + " * " + line + "\n")
                .collect(Collectors.joining("", indent + "/**\n", indent + " */\n"));
    }

    /** {@code head(a, b)tail} on one line, or a line for each part when it is too long. */
    static String list(String head, List<String> parts, String tail) {
        var line = head + String.join(", ", parts) + tail;
        return line.length() <= WIDTH ? line : head + "\n" + broken(parts) + tail;
    }

    /** {@code head{ a, b }tail}, likewise; the head ends, and the tail begins, with its brace. */
    static String braces(String head, List<String> parts, String tail) {
        var line = head + " " + String.join(", ", parts) + " " + tail;
        return line.length() <= WIDTH ? line : head + "\n" + broken(parts) + tail;
    }

    private static String broken(List<String> parts) {
        return parts.stream().map(part -> "  " + part + ",\n").collect(Collectors.joining());
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        var modules = new TreeSet<>(values.keySet());
        modules.addAll(types.keySet());
        for (var module : modules) {
            line(text, "import ", values.get(module), module);
            line(text, "import type ", types.get(module), module);
        }
        return text + (text.isEmpty() ? "" : "\n") + body;
    }

    private static void line(StringBuilder text, String head, @Nullable SortedSet<String> names, String module) {
        if (names != null) {
            text.append(braces(head + "{", List.copyOf(names), "} from '" + module + "'"))
                    .append('\n');
        }
    }
}
