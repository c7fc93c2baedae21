package org.mizan.core.call;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mizan.core.protocol.ErrorCode;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.ParameterModel;
import org.mizan.spi.BeanInvoker;

/** Validates the arguments of a function and says which field is wrong (PROTOCOL §5). Thread-safe. */
final class Validation {
    private final BeanInvoker beans;
    private final JsonProvider json;

    Validation(BeanInvoker beans, JsonProvider json) {
        this.beans = beans;
        this.json = json;
    }

    /**
     * Validates.
     *
     * @throws Refusal 422 with the fields
     */
    void check(FunctionModel function, @Nullable Object[] arguments) {
        var violations = beans.validate(function.beanClass(), function.method(), arguments);
        if (!violations.isEmpty()) {
            throw new Refusal(ErrorCode.VALIDATION_FAILED, "Some values are not valid.", details(function, violations));
        }
    }

    private JsonObject details(FunctionModel function, List<BeanInvoker.Violation> violations) {
        var fields = new TreeMap<String, JsonArrayBuilder>();
        for (var violation : violations) {
            fields.computeIfAbsent(Failures.wellFormed(field(function, violation)), path -> json.createArrayBuilder())
                    .add(json.createObjectBuilder()
                            .add("constraint", violation.constraint())
                            .add("message", Failures.wellFormed(violation.message())));
        }
        var object = json.createObjectBuilder();
        fields.forEach(object::add);
        return json.createObjectBuilder().add("fields", object).build();
    }

    /** The path of a field from the argument's name on the wire; empty for a constraint on several arguments. */
    private static String field(FunctionModel function, BeanInvoker.Violation violation) {
        var name = function.parameters().stream()
                .filter(parameter -> parameter.index() == violation.parameter())
                .map(ParameterModel::name)
                .findFirst()
                .orElse("");
        boolean joined =
                name.isEmpty() || violation.path().isEmpty() || violation.path().startsWith("[");
        return name + (joined ? "" : ".") + violation.path();
    }
}
