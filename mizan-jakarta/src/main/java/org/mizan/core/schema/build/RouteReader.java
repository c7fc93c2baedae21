package org.mizan.core.schema.build;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mizan.Route;
import org.mizan.core.problem.Problems;
import org.mizan.core.protocol.Names;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.RouteModel;

/** Reads and compares {@code @Route}s. */
final class RouteReader {
    private final Naming naming;
    private final Problems problems;

    RouteReader(Naming naming, Problems problems) {
        this.naming = naming;
        this.problems = problems;
    }

    @Nullable
    RouteModel read(Route route, String place) {
        var template = route.path();
        var segments = Arrays.asList(template.replaceFirst("^/", "").split("/", -1));
        var why = problem(template, segments, route.methods());
        if (why != null) {
            problems.add(BuildMessages.badRoute(place, template, why));
            return null;
        }
        var methods = new TreeSet<>(List.of(route.methods()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return new RouteModel(
                template,
                segments.stream()
                        .map(segment -> RouteModel.isParameter(segment)
                                ? "{" + naming.apply(RouteModel.parameter(segment)) + "}"
                                : segment)
                        .toList(),
                methods);
    }

    private static @Nullable String problem(String template, List<String> segments, String[] methods) {
        if (!template.startsWith("/") || template.length() < 2) {
            return "does not begin with / and a segment";
        }
        if (methods.length == 0 || Arrays.stream(methods).anyMatch(method -> !method.matches("[A-Z]+"))) {
            return "needs HTTP methods in capitals";
        }
        if (RouteModel.isParameter(segments.get(0))) {
            return "begins with a parameter";
        }
        var parameters = segments.stream().filter(RouteModel::isParameter).toList();
        if (new HashSet<>(parameters).size() < parameters.size()) {
            return "has the same parameter twice";
        }
        for (var segment : segments) {
            if (RouteModel.isParameter(segment)) {
                if (!segment.endsWith("}") || !Names.isName(RouteModel.parameter(segment))) {
                    return "has the segment " + segment + ", which is no {parameter}";
                }
            } else if (!segment.matches("[A-Za-z0-9._~-]+") || segment.equals(".") || segment.equals("..")) {
                return "has the segment '" + segment + "', which is not made of letters, digits, '.', '_', '~' and '-'";
            }
        }
        return null;
    }

    void refuseOverlaps(List<FunctionModel> functions) {
        for (int i = 0; i < functions.size(); i++) {
            for (int j = i + 1; j < functions.size(); j++) {
                var first = functions.get(i).route();
                var second = functions.get(j).route();
                if (first != null && second != null && first.overlaps(second)) {
                    problems.add(BuildMessages.overlappingRoutes(
                            functions.get(i).place(), functions.get(j).place(), first.template(), second.template()));
                }
            }
        }
    }
}
