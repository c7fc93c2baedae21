package org.mizan.cdi.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.RouteModel;

/**
 * Functions by the segments of their routes: every request is looked up here, so that must not take longer the more
 * routes there are. Not changed any more once it is filled.
 */
final class RouteTree {
    private final Map<String, RouteTree> literals = new HashMap<>();
    private final List<FunctionModel> ends = new ArrayList<>();
    private @Nullable RouteTree parameter;

    void add(FunctionModel function, RouteModel route) {
        var at = this;
        for (var segment : route.segments()) {
            at = RouteModel.isParameter(segment)
                    ? at.parameter()
                    : at.literals.computeIfAbsent(segment, any -> new RouteTree());
        }
        at.ends.add(function);
    }

    private RouteTree parameter() {
        var below = parameter == null ? new RouteTree() : parameter;
        parameter = below;
        return below;
    }

    /** The functions whose routes have these segments, where any text stands for a parameter; in no order. */
    List<FunctionModel> find(List<String> path) {
        var found = new ArrayList<FunctionModel>();
        find(path, 0, found);
        return found;
    }

    private void find(List<String> path, int at, List<FunctionModel> found) {
        if (at == path.size()) {
            found.addAll(ends);
            return;
        }
        var below = literals.get(path.get(at));
        if (below != null) {
            below.find(path, at + 1, found);
        }
        if (parameter != null) {
            parameter.find(path, at + 1, found);
        }
    }
}
