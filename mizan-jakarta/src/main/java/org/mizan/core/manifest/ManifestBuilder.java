package org.mizan.core.manifest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mizan.Client;
import org.mizan.GlobalContext;
import org.mizan.core.config.ManifestSettings;
import org.mizan.core.schema.Access;
import org.mizan.core.schema.ContextModel;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.ParameterModel;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.RouteModel;

/** Makes the manifest of a registry: the same one at build time and in the running application. */
final class ManifestBuilder {
    /** In snake case; their other forms count too (PROTOCOL §8). */
    private static final Set<String> IDENTITY = Set.of("user_id", "user", "owner_id", "account_id");

    private final Registry registry;
    private final ManifestSettings settings;
    private final String base;
    private final SortedSet<String> identity;

    ManifestBuilder(Registry registry, ManifestSettings settings, String base) {
        this.registry = registry;
        this.settings = settings;
        this.base = base;
        this.identity = new TreeSet<>(IDENTITY);
        settings.identityParams().forEach(name -> identity.add(Naming.SNAKE_CASE.apply(name)));
    }

    EdgeManifest build() {
        var contexts = new TreeMap<String, ContextEntry>();
        registry.contexts().forEach((name, context) -> contexts.put(name, entry(context)));
        var mutations = new TreeMap<String, MutationEntry>();
        registry.functions().forEach((name, function) -> {
            if (!function.affects().isEmpty()) {
                mutations.put(name, mutation(function));
            }
        });
        return new EdgeManifest(EdgeManifest.VERSION, contexts, mutations);
    }

    private ContextEntry entry(ContextModel context) {
        var all = new ArrayList<>(context.functions());
        all.addAll(context.views());
        boolean userScoped = all.stream().anyMatch(this::isUserScoped)
                || isIdentity(context.parameters().keySet());
        var patterns = new TreeMap<String, String>();
        context.parameters().forEach((name, parameter) -> patterns.put(name, CanonicalPattern.of(parameter.type())));
        return new ContextEntry(
                all.stream().mapToInt(FunctionModel::cache).min().orElse(Client.UNTIL_INVALIDATED),
                context.functions().isEmpty()
                        ? List.of()
                        : List.of(settings.prefix() + base + "/ctx/" + context.name() + "/"),
                all.stream()
                        .map(this::function)
                        .sorted(Comparator.comparing(FunctionEntry::name))
                        .toList(),
                List.copyOf(pages(context)),
                List.copyOf(context.parameters().keySet()),
                patterns,
                userScoped ? RenderStrategy.DYNAMIC_CACHED : RenderStrategy.PSR,
                context.rev(),
                context.shared(),
                userScoped);
    }

    /** Whether a function needs a caller: by roles or a guard, or because a parameter says whose data it reads. */
    private boolean isUserScoped(FunctionModel function) {
        return function.access().rule() != Access.Rule.PERMIT
                || !function.guards().isEmpty()
                || isIdentity(
                        function.parameters().stream().map(ParameterModel::name).toList());
    }

    private boolean isIdentity(Collection<String> names) {
        return names.stream().map(Naming.SNAKE_CASE::apply).anyMatch(identity::contains);
    }

    private SortedSet<String> pages(ContextModel context) {
        boolean global = context.type() == GlobalContext.class;
        var pages = new TreeSet<String>();
        for (var shown : global ? registry.contexts().values() : List.of(context)) {
            Stream.concat(shown.functions().stream(), shown.views().stream())
                    .filter(function -> methods(function).contains("GET"))
                    .map(this::route)
                    .filter(Objects::nonNull)
                    .forEach(pages::add);
        }
        settings.viewUrls().forEach((name, paths) -> {
            if (global || name.equals(context.name())) {
                paths.forEach(path -> pages.add(settings.prefix() + path));
            }
        });
        return pages;
    }

    private FunctionEntry function(FunctionModel function) {
        return new FunctionEntry(
                function.name(),
                function.kind() == FunctionModel.Kind.RPC ? FunctionEntry.Path.RPC : FunctionEntry.Path.VIEW,
                route(function),
                List.copyOf(methods(function)),
                names(function, name -> true));
    }

    private MutationEntry mutation(FunctionModel function) {
        var scopes = new TreeSet<String>();
        function.affects().forEach(affected -> scopes.addAll(affected.parameters()));
        var methods = methods(function);
        return new MutationEntry(
                function.affects().stream()
                        .map(affected -> new AffectedTarget(affected.context(), affected.function()))
                        .toList(),
                names(function, scopes::contains),
                function.internal(),
                route(function),
                methods.isEmpty() && function.kind() == FunctionModel.Kind.RPC
                        ? List.of("POST")
                        : List.copyOf(methods));
    }

    private static List<String> names(FunctionModel function, Predicate<String> which) {
        return function.parameters().stream()
                .map(ParameterModel::name)
                .filter(which)
                .sorted()
                .toList();
    }

    private static SortedSet<String> methods(FunctionModel function) {
        var methods = new TreeSet<String>();
        if (function.route() != null) {
            methods.addAll(function.route().methods());
        } else if (function.page() != null) {
            methods.addAll(function.page().methods());
        }
        if (methods.contains("GET")) {
            methods.remove("HEAD");
        }
        return methods;
    }

    private @Nullable String route(FunctionModel function) {
        var route = function.route();
        if (route != null) {
            var path = new StringBuilder(settings.prefix());
            for (var segment : route.segments()) {
                path.append('/')
                        .append(RouteModel.isParameter(segment) ? ":" + RouteModel.parameter(segment) : segment);
            }
            return path.toString();
        }
        var page = function.page();
        return page == null ? null : settings.prefix() + settings.applicationPath(function.beanClass()) + page.path();
    }
}
