package org.mizan.codegen.check;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mizan.codegen.schema.SchemaDocument;
import org.mizan.codegen.schema.Shape;
import org.mizan.core.problem.Problem;
import org.mizan.core.problem.Problems;
import org.mizan.core.schema.ScalarKind;

/**
 * Compares types of two schemas by what is in them; their names do not count. What goes to the server may only have
 * become wider, what comes from it only narrower. Not thread-safe.
 */
final class ShapeComparison {
    private final SchemaDocument before;
    private final SchemaDocument after;
    private final Problems problems;
    private final Set<String> compared = new HashSet<>();

    ShapeComparison(SchemaDocument before, SchemaDocument after, Problems problems) {
        this.before = before;
        this.after = after;
        this.problems = problems;
    }

    /** What deployed clients send. */
    void argument(String place, Shape old, Shape now) {
        compare(place, old, now, false);
    }

    /** What deployed clients get. */
    void result(String place, Shape old, Shape now) {
        compare(place, old, now, true);
    }

    private void compare(String place, Shape old, Shape now, boolean result) {
        if (result && now.isNullable() && !old.isNullable()) {
            problems.add(CheckMessages.resultNull(place));
        } else if (!result && old.isNullable() && !now.isNullable()) {
            problems.add(CheckMessages.argumentNotNull(place));
        }
        var oldPresent = old.required();
        var nowPresent = now.required();
        if (oldPresent instanceof Shape.Sequence oldList && nowPresent instanceof Shape.Sequence nowList) {
            compare(place + "[]", oldList.element(), nowList.element(), result);
        } else if (oldPresent instanceof Shape.Dictionary oldMap && nowPresent instanceof Shape.Dictionary nowMap) {
            compare(place + "{key}", oldMap.key(), nowMap.key(), result);
            compare(place + "{}", oldMap.value(), nowMap.value(), result);
        } else if (oldPresent instanceof Shape.Named oldNamed && nowPresent instanceof Shape.Named nowNamed) {
            if (compared.add(result + " " + oldPresent + " / " + nowPresent)) {
                named(place, oldNamed, nowNamed, result);
            }
        } else if (!(result ? fits(nowPresent, after, oldPresent) : fits(oldPresent, before, nowPresent))) {
            problems.add(changed(place, old, now, result));
        }
    }

    private static Problem changed(String place, Object old, Object now, boolean result) {
        return result ? CheckMessages.resultWidened(place, old, now) : CheckMessages.argumentNarrowed(place, old, now);
    }

    /** Whether all values of one shape are values of another, for shapes of different kinds and scalars. */
    private static boolean fits(Shape narrow, SchemaDocument of, Shape wide) {
        if (narrow instanceof Shape.Nothing || wide instanceof Shape.Nothing) {
            return narrow instanceof Shape.Nothing && wide instanceof Shape.Nothing || narrow instanceof Shape.Nothing;
        }
        if (!(wide instanceof Shape.Scalar scalar)) {
            return false;
        }
        if (narrow instanceof Shape.Scalar other) {
            return ScalarFit.fits(other.kind(), scalar.kind());
        }
        return scalar.kind() == ScalarKind.JSON
                || scalar.kind() == ScalarKind.STRING
                        && narrow instanceof Shape.Named named
                        && of.types().get(named.name()) instanceof SchemaDocument.EnumType;
    }

    private void named(String place, Shape.Named old, Shape.Named now, boolean result) {
        var oldType = before.types().get(old.name());
        var nowType = after.types().get(now.name());
        if (oldType instanceof SchemaDocument.EnumType oldEnum && nowType instanceof SchemaDocument.EnumType nowEnum) {
            constants(place, oldEnum, nowEnum, result);
        } else if (oldType instanceof SchemaDocument.UnionType oldUnion
                && nowType instanceof SchemaDocument.UnionType nowUnion) {
            union(place, oldUnion, bind(oldUnion, old), nowUnion, bind(nowUnion, now), result);
        } else if (oldType instanceof SchemaDocument.ObjectType oldObject
                && nowType instanceof SchemaDocument.ObjectType nowObject) {
            if (result) {
                readObject(place, oldObject, bind(oldObject, old), nowObject, bind(nowObject, now));
            } else {
                writtenObject(place, oldObject, bind(oldObject, old), nowObject, bind(nowObject, now));
            }
        } else {
            problems.add(changed(place, old, now, result));
        }
    }

    private static Map<String, Shape> bind(SchemaDocument.Type type, Shape.Named use) {
        var bound = new TreeMap<String, Shape>();
        for (int i = 0;
                i < Math.min(type.typeParameters().size(), use.arguments().size());
                i++) {
            bound.put(type.typeParameters().get(i), use.arguments().get(i));
        }
        return bound;
    }

    private void constants(String place, SchemaDocument.EnumType old, SchemaDocument.EnumType now, boolean result) {
        if (result) {
            now.constants().stream()
                    .filter(constant -> !old.constants().contains(constant))
                    .forEach(constant -> problems.add(CheckMessages.resultConstantAdded(place, constant)));
        } else {
            old.constants().stream()
                    .filter(constant -> !now.constants().contains(constant))
                    .forEach(constant -> problems.add(CheckMessages.argumentConstantRemoved(place, constant)));
        }
    }

    private void union(
            String place,
            SchemaDocument.UnionType old,
            Map<String, Shape> oldBound,
            SchemaDocument.UnionType now,
            Map<String, Shape> nowBound,
            boolean result) {
        if (!old.discriminator().equals(now.discriminator())) {
            problems.add(CheckMessages.discriminator(place, old.discriminator(), now.discriminator()));
            return;
        }
        var values = (result ? now : old).alternatives().keySet();
        for (var value : values) {
            var oldType = old.alternatives().get(value);
            var nowType = now.alternatives().get(value);
            if (oldType == null) {
                problems.add(CheckMessages.resultAlternativeAdded(place, value));
            } else if (nowType == null) {
                problems.add(CheckMessages.argumentAlternativeRemoved(place, value));
            } else {
                compare(place + "<" + value + ">", oldType.with(oldBound), nowType.with(nowBound), result);
            }
        }
    }

    private void readObject(
            String place,
            SchemaDocument.ObjectType old,
            Map<String, Shape> oldBound,
            SchemaDocument.ObjectType now,
            Map<String, Shape> nowBound) {
        old.properties().forEach((name, property) -> {
            var other = now.properties().get(name);
            if (!property.read()) {
                return;
            }
            if (other == null || !other.read()) {
                problems.add(CheckMessages.resultPropertyRemoved(place + "." + name));
            } else {
                compare(
                        place + "." + name,
                        property.type().with(oldBound),
                        other.type().with(nowBound),
                        true);
            }
        });
    }

    private void writtenObject(
            String place,
            SchemaDocument.ObjectType old,
            Map<String, Shape> oldBound,
            SchemaDocument.ObjectType now,
            Map<String, Shape> nowBound) {
        old.properties().forEach((name, property) -> {
            var other = written(now, name);
            if (!property.written()) {
                return;
            }
            if (other == null) {
                problems.add(CheckMessages.argumentPropertyRemoved(place + "." + name));
            } else {
                compare(
                        place + "." + name,
                        property.type().with(oldBound),
                        other.type().with(nowBound),
                        false);
            }
        });
        now.properties().forEach((name, property) -> {
            if (property.written()
                    && written(old, name) == null
                    && !property.type().with(nowBound).isNullable()) {
                problems.add(CheckMessages.argumentPropertyRequired(place + "." + name));
            }
        });
    }

    private static SchemaDocument.@Nullable Property written(SchemaDocument.ObjectType type, String name) {
        var property = type.properties().get(name);
        return property != null && property.written() ? property : null;
    }
}
