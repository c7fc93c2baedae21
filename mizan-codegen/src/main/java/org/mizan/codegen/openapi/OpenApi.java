package org.mizan.codegen.openapi;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import org.mizan.codegen.compile.TypeNames;
import org.mizan.codegen.compile.Usage;
import org.mizan.codegen.compile.Usage.Direction;
import org.mizan.codegen.json.Json;
import org.mizan.codegen.json.PrettyJson;
import org.mizan.core.schema.ContextModel;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.ParameterModel;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.TypeModel;

/**
 * The endpoints in OpenAPI 3.1, as they are on the wire: one path for all calls, whose request is one of as many
 * objects as there are functions, told apart by {@code fn}; and one path for each context.
 */
public final class OpenApi {
    private final Registry registry;
    private final JsonSchemas schemas;
    private final String base;

    /**
     * Creates a description.
     *
     * @param names the names of types in the client, which the description shares
     * @param base the path of the endpoints
     */
    public OpenApi(Registry registry, TypeNames names, String base) {
        this.registry = registry;
        this.schemas = new JsonSchemas(registry, names);
        this.base = base;
    }

    /** The text of {@code openapi.json}. */
    public String text() {
        var paths = Json.createObjectBuilder()
                .add("/call/", Json.createObjectBuilder().add("post", call()));
        registry.contexts().values().stream()
                .filter(context -> context.functions().stream().anyMatch(Usage::isOffered))
                .forEach(context -> paths.add(
                        "/ctx/" + context.name() + "/",
                        Json.createObjectBuilder().add("get", context(context))));
        paths.add("/session/", Json.createObjectBuilder().add("get", session()));
        var components = Json.createObjectBuilder();
        schemas.components().forEach(components::add);
        return PrettyJson.of(Json.createObjectBuilder()
                .add("openapi", "3.1.0")
                .add(
                        "info",
                        Json.createObjectBuilder()
                                .add("title", "Mizan functions")
                                .add("version", registry.hash()))
                .add(
                        "servers",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("url", base)))
                .add("paths", paths)
                .add("components", Json.createObjectBuilder().add("schemas", components))
                .build());
    }

    private JsonObjectBuilder call() {
        var requests = Json.createArrayBuilder();
        var answers = Json.createArrayBuilder();
        var mapping = Json.createObjectBuilder();
        registry.functions().values().stream().filter(Usage::isOffered).forEach(function -> {
            var request = "call." + function.name();
            var answer = "answer." + function.name();
            schemas.components().put(request, request(function));
            schemas.components().put(answer, answer(function));
            requests.add(JsonSchemas.reference(request));
            answers.add(JsonSchemas.reference(answer));
            mapping.add(function.name(), "#/components/schemas/" + request);
        });
        var body = Json.createObjectBuilder()
                .add("oneOf", requests)
                .add(
                        "discriminator",
                        Json.createObjectBuilder().add("propertyName", "fn").add("mapping", mapping));
        return Json.createObjectBuilder()
                .add("operationId", "call")
                .add("summary", "Calls a function")
                .add(
                        "description",
                        "What `call.x` asks, `answer.x` answers: OpenAPI has no way to say so for functions that share a path.")
                .add("requestBody", content(body).add("required", true))
                .add(
                        "responses",
                        responses("The result", Json.createObjectBuilder().add("anyOf", answers)));
    }

    private JsonObject request(FunctionModel function) {
        var required = Json.createArrayBuilder().add("fn");
        var properties = Json.createObjectBuilder()
                .add("fn", Json.createObjectBuilder().add("const", function.name()))
                .add("args", arguments(function));
        if (function.parameters().stream().anyMatch(ParameterModel::required)) {
            required.add("args");
        }
        var json = object(properties, required).add("additionalProperties", false);
        return (function.deprecated() ? json.add("deprecated", true) : json).build();
    }

    private JsonObjectBuilder arguments(FunctionModel function) {
        var properties = Json.createObjectBuilder();
        var required = Json.createArrayBuilder();
        for (var parameter : function.parameters()) {
            var type =
                    parameter.required() ? parameter.type() : parameter.type().orNull();
            properties.add(parameter.name(), deprecated(schemas.of(type, Direction.ARGUMENT), parameter.deprecated()));
            if (parameter.required()) {
                required.add(parameter.name());
            }
        }
        return object(properties, required).add("additionalProperties", false);
    }

    private JsonObject answer(FunctionModel function) {
        schemas.components().computeIfAbsent("mizan.Targets", name -> targets());
        var properties = Json.createObjectBuilder()
                .add("result", schemas.of(function.result(), Direction.RESULT))
                .add("invalidate", JsonSchemas.reference("mizan.Targets"));
        return object(properties, Json.createArrayBuilder().add("result")).build();
    }

    /** What a call made stale (PROTOCOL §6.2). */
    private static JsonObject targets() {
        var text = Json.createObjectBuilder().add("type", "string");
        var narrow = object(
                Json.createObjectBuilder()
                        .add("context", text.build())
                        .add("function", Json.createObjectBuilder().add("type", "string"))
                        .add("params", Json.createObjectBuilder().add("type", "object")),
                Json.createArrayBuilder().add("context"));
        return Json.createObjectBuilder()
                .add("type", "array")
                .add(
                        "items",
                        Json.createObjectBuilder()
                                .add(
                                        "anyOf",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder().add("type", "string"))
                                                .add(narrow)))
                .build();
    }

    private JsonObjectBuilder context(ContextModel context) {
        var properties = Json.createObjectBuilder();
        var required = Json.createArrayBuilder();
        context.functions().stream().filter(Usage::isOffered).forEach(function -> {
            properties.add(
                    function.name(),
                    deprecated(schemas.of(function.result(), Direction.RESULT), function.deprecated()));
            required.add(function.name());
        });
        return Json.createObjectBuilder()
                .add("operationId", "context." + context.name())
                .add("summary", "Reads the context '" + context.name() + "'")
                .add("parameters", parameters(context.parameters().values()))
                .add("responses", responses("The bundle", object(properties, required)));
    }

    private JsonArrayBuilder parameters(Collection<ParameterModel> parameters) {
        var all = Json.createArrayBuilder();
        for (var parameter : parameters) {
            all.add(deprecated(
                    Json.createObjectBuilder()
                            .add("name", parameter.name())
                            .add("in", "query")
                            .add("required", parameter.required())
                            .add("schema", schemas.of(withoutNull(parameter.type()), Direction.ARGUMENT)),
                    parameter.deprecated()));
        }
        return all;
    }

    /** A query string has no null: what is null is left out. */
    private static TypeModel withoutNull(TypeModel type) {
        return type.required() instanceof TypeModel.Sequence sequence
                ? new TypeModel.Sequence(sequence.element().required(), sequence.order())
                : type.required();
    }

    private JsonObjectBuilder session() {
        var text = Json.createObjectBuilder().add("type", "string").build();
        var caller = object(
                Json.createObjectBuilder()
                        .add("id", text)
                        .add(
                                "roles",
                                Json.createObjectBuilder().add("type", "array").add("items", text)),
                Json.createArrayBuilder().add("id").add("roles"));
        var csrf = object(
                Json.createObjectBuilder().add("cookie", text).add("header", text),
                Json.createArrayBuilder().add("cookie").add("header"));
        var properties = Json.createObjectBuilder()
                .add(
                        "caller",
                        Json.createObjectBuilder()
                                .add(
                                        "anyOf",
                                        Json.createArrayBuilder()
                                                .add(caller)
                                                .add(Json.createObjectBuilder().add("type", "null"))))
                .add("csrf", csrf);
        return Json.createObjectBuilder()
                .add("operationId", "session")
                .add("summary", "Tells who the caller is and sets the cookie against forged requests")
                .add(
                        "responses",
                        responses(
                                "The session",
                                object(
                                        properties,
                                        Json.createArrayBuilder().add("caller").add("csrf"))));
    }

    private JsonObjectBuilder responses(String description, JsonObjectBuilder schema) {
        schemas.components().computeIfAbsent("mizan.Error", name -> error());
        return Json.createObjectBuilder()
                .add("200", content(schema).add("description", description))
                .add("default", content(JsonSchemas.reference("mizan.Error")).add("description", "Why it failed"));
    }

    /** The one shape of errors (PROTOCOL §5). */
    private static JsonObject error() {
        var text = Json.createObjectBuilder().add("type", "string").build();
        var error = object(
                Json.createObjectBuilder()
                        .add("code", text)
                        .add("message", text)
                        .add("details", Json.createObjectBuilder().add("type", "object"))
                        .add("id", text),
                Json.createArrayBuilder().add("code").add("message"));
        return object(
                        Json.createObjectBuilder().add("error", error),
                        Json.createArrayBuilder().add("error"))
                .build();
    }

    private static JsonObjectBuilder object(JsonObjectBuilder properties, JsonArrayBuilder required) {
        return Json.createObjectBuilder()
                .add("type", "object")
                .add("properties", properties)
                .add("required", required);
    }

    private static JsonObjectBuilder content(JsonObjectBuilder schema) {
        return Json.createObjectBuilder()
                .add(
                        "content",
                        Json.createObjectBuilder()
                                .add(
                                        "application/json",
                                        Json.createObjectBuilder().add("schema", schema)));
    }

    private static JsonObjectBuilder deprecated(JsonObjectBuilder json, boolean deprecated) {
        return deprecated ? json.add("deprecated", true) : json;
    }
}
