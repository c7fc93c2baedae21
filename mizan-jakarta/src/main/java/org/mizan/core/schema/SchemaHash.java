package org.mizan.core.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * The fingerprint of what clients are generated from: names, parameters, types; not guards, revisions or caching. Nor
 * constraints and deprecation: a client that knows others of them still speaks the same language.
 */
final class SchemaHash {
    private static final int HEX_DIGITS = 32;

    private SchemaHash() {}

    static String of(Registry registry) {
        var text = new StringBuilder();
        for (var function : registry.functions().values()) {
            text.append("function ").append(function.name()).append(' ').append(function.kind());
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
