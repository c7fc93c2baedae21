package org.mizan.core.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * The fingerprint of what clients are generated from: names, parameters, types; not guards, revisions or caching. Nor
 * constraints and deprecation: a client that knows others of them still speaks the same language.
 *
 * <p>View functions and what only they use do not count, for they have no part in clients, and not every server knows
 * all of them at deployment. Nor does the built-in function, which the configuration decides on.
 */
final class SchemaHash {
    private static final int HEX_DIGITS = 32;

    private SchemaHash() {}

    static String of(Registry registry) {
        var text = new StringBuilder();
        var types = new HashSet<Class<?>>();
        for (var function : registry.functions().values()) {
            if (function.kind() == FunctionModel.Kind.VIEW || function.name().equals(Registry.MWT_FUNCTION)) {
                continue;
            }
            visit(function.result(), registry, types);
            function.parameters().forEach(parameter -> visit(parameter.type(), registry, types));
            text.append("function ").append(function.name());
            for (var parameter : function.parameters()) {
                text.append(' ').append(parameter.name()).append(':').append(parameter.type());
                text.append(parameter.required() ? "!" : "?");
            }
            text.append(" -> ").append(function.result()).append(" in ").append(function.context());
            function.affects().forEach(affected -> text.append(' ')
                    .append(affected.context())
                    .append('.')
                    .append(affected.function()));
            text.append(function.internal() ? " internal" : "").append('\n');
        }
        registry.types().values().stream()
                .filter(definition -> types.contains(definition.type()))
                .sorted(Comparator.comparing(definition -> definition.type().getName()))
                .forEach(definition -> describe(definition, text));
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void visit(TypeModel type, Registry registry, Set<Class<?>> seen) {
        var present = type.required();
        if (present instanceof TypeModel.Sequence sequence) {
            visit(sequence.element(), registry, seen);
        } else if (present instanceof TypeModel.Dictionary dictionary) {
            visit(dictionary.key(), registry, seen);
            visit(dictionary.value(), registry, seen);
        } else if (present instanceof TypeModel.Named named) {
            named.arguments().forEach(argument -> visit(argument, registry, seen));
            visit(named.type(), registry, seen);
        }
    }

    private static void visit(Class<?> type, Registry registry, Set<Class<?>> seen) {
        if (!seen.add(type)) {
            return;
        }
        var definition = registry.types().get(type);
        if (definition instanceof TypeDefinition.ObjectType object) {
            object.properties().values().forEach(property -> visit(property.type(), registry, seen));
        } else if (definition instanceof TypeDefinition.UnionType union) {
            union.alternatives().values().forEach(alternative -> visit(alternative, registry, seen));
        }
    }

    private static void describe(TypeDefinition definition, StringBuilder text) {
        text.append("type ").append(definition.type().getName());
        if (definition instanceof TypeDefinition.ObjectType object) {
            text.append(object.typeParameters());
            object.properties().values().forEach(property -> text.append(' ')
                    .append(property.name())
                    .append(':')
                    .append(property.type())
                    .append(property.read() ? " read" : "")
                    .append(property.written() ? " written" : ""));
        } else if (definition instanceof TypeDefinition.EnumType enumeration) {
            text.append(enumeration.constants());
        } else if (definition instanceof TypeDefinition.UnionType union) {
            text.append(union.typeParameters()).append(union.discriminator());
            union.alternatives()
                    .forEach((value, type) ->
                            text.append(' ').append(value).append('=').append(type));
        }
        text.append('\n');
    }
}
