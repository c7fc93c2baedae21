package org.mizan.core.bind;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mizan.core.schema.FunctionModel;

/**
 * The bound arguments of one call.
 *
 * @param values those that are present, by their name on the wire, not wrapped in an Optional; unmodifiable
 */
public record Arguments(SortedMap<String, Object> values) {
    /** Copies the map. */
    public Arguments {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** The arguments for the method: all of its wire parameters in their places, the others null. */
    public @Nullable Object[] of(FunctionModel function) {
        var positional = new @Nullable Object[function.method().getParameterCount()];
        for (var parameter : function.parameters()) {
            positional[parameter.index()] = ValueBinder.wrap(parameter.javaType(), values.get(parameter.name()));
        }
        return positional;
    }
}
