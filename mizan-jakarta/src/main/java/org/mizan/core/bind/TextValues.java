package org.mizan.core.bind;

import org.mizan.core.schema.TypeModel;

/** Reads the text of a scalar or enum by its declared type. */
public final class TextValues {
    private TextValues() {}

    /**
     * The value.
     *
     * @throws BindException when the text does not fit, or the type has no text form
     */
    public static Object read(TypeModel type, String text, String path) {
        if (type.required() instanceof TypeModel.Scalar scalar) {
            return ScalarReader.read(scalar.kind(), text, path);
        }
        if (type.required() instanceof TypeModel.Named named && named.type().isEnum()) {
            for (var constant : named.type().getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(text)) {
                    return constant;
                }
            }
            throw new BindException(path, "expects the name of a constant");
        }
        throw new BindException(path, "has no text form");
    }
}
