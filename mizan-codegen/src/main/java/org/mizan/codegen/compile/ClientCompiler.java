package org.mizan.codegen.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.mizan.codegen.compile.Usage.Direction;
import org.mizan.codegen.json.Json;
import org.mizan.codegen.model.CallFunction;
import org.mizan.codegen.model.ClientModel;
import org.mizan.codegen.model.ContextClient;
import org.mizan.codegen.model.Member;
import org.mizan.codegen.model.ReadFunction;
import org.mizan.core.problem.Problems;
import org.mizan.core.protocol.ParameterText;
import org.mizan.core.schema.ContextModel;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.ParameterModel;
import org.mizan.core.schema.Registry;

/** Makes the client of a registry. What cannot be named goes into the problems. Not thread-safe. */
public final class ClientCompiler {
    /** What React keeps for itself, and what every context component takes besides. */
    private static final Set<String> PROPS = Set.of("key", "ref", "children", "throwErrors");

    private final Registry registry;
    private final Problems problems;
    private final Names taken;
    private final Usage usage;
    private final ParameterText texts;

    /** Creates a compiler of one registry, which was built without errors. */
    public ClientCompiler(Registry registry, Problems problems) {
        this.registry = registry;
        this.problems = problems;
        this.taken = new Names(problems);
        this.usage = new Usage(registry);
        this.texts = new ParameterText(Json.provider(), value -> {
            throw new IllegalStateException("a default value is a scalar or a constant, not " + value);
        });
    }

    /**
     * A client and how its types are named.
     *
     * @param names the names of its types
     */
    public record Compilation(ClientModel client, TypeNames names) {}

    /** The client; not to be used when there are errors. */
    public Compilation compile() {
        ScalarTypes.names().forEach(name -> taken.take(name, "the type of the wire '" + name + "'"));
        registry.contexts().values().stream().filter(ClientCompiler::isRead).forEach(this::takeNames);
        registry.functions().values().stream().filter(Usage::isOffered).forEach(this::takeNames);
        var names = TypeNames.of(registry, usage, taken, problems);
        var types = new TypeCompiler(registry, usage, names, problems);
        var client = new ClientModel(
                registry.hash(),
                types.declarations(),
                registry.contexts().values().stream()
                        .filter(ClientCompiler::isRead)
                        .map(context -> context(context, types))
                        .toList(),
                registry.functions().values().stream()
                        .filter(function -> Usage.isOffered(function) && function.context() == null)
                        .map(function -> call(function, types))
                        .toList());
        return new Compilation(client, names);
    }

    private static boolean isRead(ContextModel context) {
        return context.functions().stream().anyMatch(Usage::isOffered);
    }

    private void takeNames(ContextModel context) {
        var pascal = Identifiers.pascal(context.name()) + "Context";
        var place = context.type().getName();
        for (var name : List.of(
                pascal,
                pascal + "Params",
                pascal + "Data",
                Naming.decapitalised(pascal),
                "fetch" + pascal,
                "use" + pascal,
                "useSuspense" + pascal)) {
            taken.take(name, place);
        }
        context.parameters().keySet().stream()
                .filter(PROPS::contains)
                .forEach(name -> problems.add(CompileMessages.reactProp(place, name)));
    }

    private void takeNames(FunctionModel function) {
        var pascal = Identifiers.pascal(function.name());
        taken.take("use" + pascal, function.place());
        if (function.context() == null) {
            taken.take(Identifiers.function(function.name()), function.place());
            if (!function.parameters().isEmpty()) {
                taken.take(pascal + "Args", function.place());
            }
        } else {
            taken.take("useSuspense" + pascal, function.place());
        }
        function.parameters().stream()
                .filter(parameter -> parameter.name().equals("__proto__"))
                .forEach(parameter -> problems.add(CompileMessages.prototype(function.place())));
    }

    private ContextClient context(ContextModel context, TypeCompiler types) {
        var defaults = new TreeMap<String, String>();
        context.parameters().forEach((name, parameter) -> {
            var text = texts.of(parameter.defaultValue());
            if (text != null) {
                defaults.put(name, text);
            }
        });
        var pascal = Identifiers.pascal(context.name());
        return new ContextClient(
                context.name(),
                pascal,
                Naming.decapitalised(pascal),
                members(List.copyOf(context.parameters().values()), types),
                defaults,
                context.functions().stream()
                        .filter(Usage::isOffered)
                        .map(function -> new ReadFunction(
                                function.name(),
                                Identifiers.pascal(function.name()),
                                types.text(function.result(), Direction.RESULT),
                                Docs.of(function.deprecated())))
                        .toList());
    }

    private CallFunction call(FunctionModel function, TypeCompiler types) {
        return new CallFunction(
                function.name(),
                Identifiers.function(function.name()),
                Identifiers.pascal(function.name()),
                members(function.parameters(), types),
                types.text(function.result(), Direction.RESULT),
                Docs.of(function.deprecated()));
    }

    private static List<Member> members(List<ParameterModel> parameters, TypeCompiler types) {
        var members = new ArrayList<Member>();
        parameters.stream()
                .sorted(Comparator.comparing(ParameterModel::name))
                .forEach(parameter -> members.add(member(parameter, types)));
        return members;
    }

    /** Null means the same as nothing, for whatever may be left out (PROTOCOL §3). */
    private static Member member(ParameterModel parameter, TypeCompiler types) {
        var type = parameter.required() ? parameter.type() : parameter.type().orNull();
        return new Member(
                parameter.name(),
                !parameter.required(),
                types.text(type, Direction.ARGUMENT),
                Docs.of(parameter.deprecated(), parameter.constraints()));
    }
}
