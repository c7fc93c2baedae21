package org.mizan.codegen.schema;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mizan.codegen.compile.TypeNames;
import org.mizan.codegen.compile.Usage;
import org.mizan.codegen.compile.Usage.Direction;
import org.mizan.codegen.json.Json;
import org.mizan.core.protocol.ParameterText;
import org.mizan.core.schema.ContextModel;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.ParameterModel;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.TypeDefinition;
import org.mizan.core.schema.TypeModel;

/** Makes the document of a registry: what clients can call or read, and the types of that. */
public final class SchemaBuilder {
    private final Registry registry;
    private final TypeNames names;
    private final ParameterText texts;

    /**
     * Creates a builder for one document.
     *
     * @param names the names of the types in the client
     */
    public SchemaBuilder(Registry registry, TypeNames names) {
        this.registry = registry;
        this.names = names;
        this.texts = new ParameterText(Json.provider(), value -> {
            throw new IllegalStateException("a default value is a scalar or a constant, not " + value);
        });
    }

    /** The document. */
    public SchemaDocument build() {
        var contexts = new TreeMap<String, SchemaDocument.Context>();
        registry.contexts().values().stream()
                .filter(context -> context.functions().stream().anyMatch(Usage::isOffered))
                .forEach(context -> contexts.put(context.name(), context(context)));
        var functions = new TreeMap<String, SchemaDocument.Function>();
        registry.functions().values().stream()
                .filter(Usage::isOffered)
                .forEach(function -> functions.put(function.name(), function(function)));
        var usage = new Usage(registry);
        var classes = new java.util.HashSet<Class<?>>();
        for (var direction : Direction.values()) {
            classes.addAll(usage.used(direction));
        }
        var types = new TreeMap<String, SchemaDocument.Type>();
        classes.forEach(type -> types.put(name(type), type(type)));
        return new SchemaDocument(registry.hash(), contexts, functions, types);
    }

    private String name(Class<?> type) {
        return names.name(type, Direction.RESULT);
    }

    private SchemaDocument.Context context(ContextModel context) {
        return new SchemaDocument.Context(
                parameters(context.parameters().values()),
                context.functions().stream()
                        .filter(Usage::isOffered)
                        .map(FunctionModel::name)
                        .toList());
    }

    private SchemaDocument.Function function(FunctionModel function) {
        var affects = new TreeSet<String>();
        function.affects()
                .forEach(target ->
                        affects.add(target.context() + (target.function() == null ? "" : "." + target.function())));
        return new SchemaDocument.Function(
                function.context(),
                parameters(function.parameters()),
                shape(function.result()),
                java.util.List.copyOf(affects),
                function.deprecated());
    }

    private SortedMap<String, SchemaDocument.Parameter> parameters(Collection<ParameterModel> parameters) {
        var found = new TreeMap<String, SchemaDocument.Parameter>();
        parameters.forEach(parameter -> found.put(
                parameter.name(),
                new SchemaDocument.Parameter(
                        shape(parameter.type()),
                        parameter.required(),
                        texts.of(parameter.defaultValue()),
                        parameter.constraints(),
                        parameter.deprecated())));
        return found;
    }

    private SchemaDocument.Type type(Class<?> type) {
        var definition = registry.types().get(type);
        if (definition instanceof TypeDefinition.EnumType enumeration) {
            return new SchemaDocument.EnumType(
                    enumeration.constants(), enumeration.deprecatedConstants(), enumeration.deprecated());
        }
        if (definition instanceof TypeDefinition.UnionType union) {
            var alternatives = new TreeMap<String, Shape.Named>();
            union.alternatives().forEach((value, alternative) -> alternatives.put(value, named(alternative)));
            return new SchemaDocument.UnionType(
                    union.typeParameters(), union.discriminator(), alternatives, union.deprecated());
        }
        if (!(definition instanceof TypeDefinition.ObjectType object)) {
            throw new IllegalStateException(type + " is not in the registry");
        }
        var properties = new TreeMap<String, SchemaDocument.Property>();
        object.properties()
                .forEach((name, property) -> properties.put(
                        name,
                        new SchemaDocument.Property(
                                shape(property.type()),
                                property.read(),
                                property.written(),
                                property.constraints(),
                                property.deprecated())));
        return new SchemaDocument.ObjectType(object.typeParameters(), properties, object.deprecated());
    }

    private Shape.Named named(TypeModel.Named named) {
        return new Shape.Named(
                name(named.type()), named.arguments().stream().map(this::shape).toList());
    }

    private Shape shape(TypeModel type) {
        if (type instanceof TypeModel.OrNull orNull) {
            return new Shape.OrNull(shape(orNull.type()));
        }
        if (type instanceof TypeModel.Scalar scalar) {
            return new Shape.Scalar(scalar.kind());
        }
        if (type instanceof TypeModel.Sequence sequence) {
            return new Shape.Sequence(shape(sequence.element()), sequence.order() == TypeModel.Sequence.Order.NONE);
        }
        if (type instanceof TypeModel.Dictionary dictionary) {
            return new Shape.Dictionary(shape(dictionary.key()), shape(dictionary.value()));
        }
        if (type instanceof TypeModel.Named named) {
            return named(named);
        }
        return type instanceof TypeModel.Variable variable ? new Shape.Variable(variable.name()) : new Shape.Nothing();
    }
}
