package org.mizan.it.app.types;

import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.util.List;

/** Sealed types that {@code @JsonbTypeInfo} tells apart. */
public final class Shapes {
    private Shapes() {}

    /** A union with a key and aliases of its own. */
    @JsonbTypeInfo(
            key = "kind",
            value = {
                @JsonbSubtype(alias = "circle", type = Circle.class),
                @JsonbSubtype(alias = "group", type = Group.class)
            })
    public sealed interface Shape permits Circle, Group {}

    /** A leaf. */
    public record Circle(double radius) implements Shape {}

    /** A recursive one. */
    public record Group(List<Shape> shapes, Circle outline) implements Shape {}
}
