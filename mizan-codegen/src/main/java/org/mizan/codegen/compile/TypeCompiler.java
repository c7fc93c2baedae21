package org.mizan.codegen.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.mizan.codegen.compile.Usage.Direction;
import org.mizan.codegen.model.Declaration;
import org.mizan.codegen.model.Literals;
import org.mizan.codegen.model.Member;
import org.mizan.codegen.model.TypeText;
import org.mizan.core.problem.Problems;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.TypeDefinition;
import org.mizan.core.schema.TypeModel;

/** Makes type expressions of models, and declarations of definitions. */
final class TypeCompiler {
    private final Registry registry;
    private final Usage usage;
    private final TypeNames names;
    private final Problems problems;

    TypeCompiler(Registry registry, Usage usage, TypeNames names, Problems problems) {
        this.registry = registry;
        this.usage = usage;
        this.names = names;
        this.problems = problems;
    }

    /** The expression for values that go in one direction. */
    TypeText text(TypeModel type, Direction direction) {
        if (type instanceof TypeModel.OrNull orNull) {
            var present = text(orNull.type(), direction);
            return present.as(present.text() + " | null");
        }
        if (type instanceof TypeModel.Scalar scalar) {
            return ScalarTypes.text(scalar.kind());
        }
        if (type instanceof TypeModel.Sequence sequence) {
            var element = text(sequence.element(), direction);
            boolean compound = element.text().contains(" ") && !element.text().startsWith("{");
            return element.as("readonly " + (compound ? "(" + element.text() + ")" : element.text()) + "[]");
        }
        if (type instanceof TypeModel.Dictionary dictionary) {
            return dictionary(dictionary, direction);
        }
        if (type instanceof TypeModel.Named named) {
            return named(named, direction);
        }
        return TypeText.of(type instanceof TypeModel.Variable variable ? variable.name() : "null");
    }

    /** Keys that are numbers in Java are text in JSON, which TypeScript's index by number means, too. */
    private TypeText dictionary(TypeModel.Dictionary dictionary, Direction direction) {
        var value = text(dictionary.value(), direction);
        if (dictionary.key() instanceof TypeModel.Scalar) {
            var key = text(dictionary.key(), direction).text();
            var index = key.equals("number") ? "number" : "string";
            return value.as("{ readonly [key: " + index + "]: " + value.text() + " }");
        }
        var key = text(dictionary.key(), direction);
        return value.as("{ readonly [key in " + key.text() + "]?: " + value.text() + " }", key);
    }

    private TypeText named(TypeModel.Named named, Direction direction) {
        var text = TypeText.named(names.name(named.type(), direction));
        if (named.arguments().isEmpty()) {
            return text;
        }
        var arguments = new ArrayList<String>();
        for (var argument : named.arguments()) {
            var compiled = text(argument, direction);
            arguments.add(compiled.text());
            text = text.as(text.text(), compiled);
        }
        return text.as(text.text() + "<" + String.join(", ", arguments) + ">");
    }

    /** All types that clients use, sorted by name. */
    List<Declaration> declarations() {
        var declarations = new TreeMap<String, Declaration>();
        for (var kind : usage.scalars()) {
            var declaration = ScalarTypes.declaration(kind);
            if (declaration != null) {
                declarations.put(declaration.name(), declaration);
            }
        }
        for (var direction : Direction.values()) {
            usage.used(direction).stream()
                    .sorted(Comparator.comparing(Class::getName))
                    .map(type -> registry.types().get(type))
                    .forEach(definition -> {
                        var declaration = declaration(definition, direction);
                        declarations.putIfAbsent(declaration.name(), declaration);
                    });
        }
        return List.copyOf(declarations.values());
    }

    private Declaration declaration(TypeDefinition definition, Direction direction) {
        var name = names.name(definition.type(), direction);
        var doc = Docs.of(definition.deprecated());
        if (definition instanceof TypeDefinition.EnumType enumeration) {
            return new Declaration.Constants(name, enumeration.constants(), enumeration.deprecatedConstants(), doc);
        }
        if (definition instanceof TypeDefinition.UnionType union) {
            return new Declaration.Union(name, union.typeParameters(), alternatives(union, direction), doc);
        }
        var object = (TypeDefinition.ObjectType) definition;
        return new Declaration.Interface(name, object.typeParameters(), members(object, direction), doc);
    }

    private List<TypeText> alternatives(TypeDefinition.UnionType union, Direction direction) {
        var alternatives = new ArrayList<TypeText>();
        union.alternatives().forEach((value, type) -> {
            var alternative = named(type, direction);
            alternatives.add(
                    usage.tag(type.type()) != null
                            ? alternative
                            : alternative.as("({ readonly " + Literals.property(union.discriminator()) + ": "
                                    + Literals.text(value) + " } & " + alternative.text() + ")"));
        });
        return alternatives;
    }

    private List<Member> members(TypeDefinition.ObjectType object, Direction direction) {
        var members = new ArrayList<Member>();
        var tag = usage.tag(object.type());
        if (tag != null) {
            members.add(
                    new Member(tag.discriminator(), false, TypeText.of(Literals.text(tag.value())), Docs.of(false)));
        }
        for (var property : object.properties().values()) {
            if (property.name().equals("__proto__")) {
                problems.add(CompileMessages.prototype(object.type().getName()));
            }
            if (Usage.has(property, direction)) {
                members.add(new Member(
                        property.name(),
                        isOptional(property, object, direction),
                        text(property.type(), direction),
                        Docs.of(property.deprecated(), property.constraints())));
            }
        }
        return members;
    }

    /** Results always have all members. So have objects that both directions share. */
    private boolean isOptional(
            TypeDefinition.Property property, TypeDefinition.ObjectType object, Direction direction) {
        return direction == Direction.ARGUMENT
                && property.type() instanceof TypeModel.OrNull
                && (usage.isSplit(object.type())
                        || !usage.used(Direction.RESULT).contains(object.type()));
    }
}
