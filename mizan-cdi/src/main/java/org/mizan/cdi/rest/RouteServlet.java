package org.mizan.cdi.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import org.mizan.cdi.interceptor.RequestState;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.call.Answer;
import org.mizan.core.call.Refusal;
import org.mizan.core.call.Routes;
import org.mizan.core.protocol.ErrorCode;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.RouteModel;

/** Serves the {@code @Route}s of plain beans. */
public class RouteServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(RouteServlet.class.getName());

    @Inject
    transient MizanRuntime runtime;

    @Inject
    transient RequestState state;

    @Inject
    transient CurrentCaller caller;

    private record Matched(FunctionModel function, SortedMap<String, String> parameters) {}

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = RouteRequest.segments(request);
        var matched = runtime.registry().functions().values().stream()
                .flatMap(function -> match(function, path))
                .toList();
        var chosen = matched.stream()
                .filter(match -> methods(match).contains(request.getMethod()))
                .findFirst();
        if (chosen.isPresent()) {
            serve(chosen.get(), request, response);
        } else {
            refuse(matched, request, response);
        }
    }

    private static java.util.stream.Stream<Matched> match(FunctionModel function, List<String> path) {
        var route = function.route();
        return route == null
                ? java.util.stream.Stream.empty()
                : route.match(path).map(parameters -> new Matched(function, parameters)).stream();
    }

    private static java.util.SortedSet<String> methods(Matched matched) {
        RouteModel route = matched.function().route();
        return route == null ? new TreeSet<>() : route.methods();
    }

    private void refuse(List<Matched> matched, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var allowed = new TreeSet<String>();
        matched.forEach(match -> allowed.addAll(methods(match)));
        if (allowed.isEmpty()) {
            send(new Refusal(ErrorCode.NOT_FOUND, "There is nothing here."), response);
            return;
        }
        allowed.add("OPTIONS");
        response.setHeader("Allow", String.join(", ", allowed));
        if (request.getMethod().equals("OPTIONS")) {
            Answers.send(new Answer(HttpServletResponse.SC_NO_CONTENT, ""), response);
        } else {
            send(new Refusal(ErrorCode.METHOD_NOT_ALLOWED, "This path does not answer to this method."), response);
        }
    }

    private void send(Refusal refusal, HttpServletResponse response) throws IOException {
        Answers.send(runtime.pipeline().failures().answer(refusal, caller.schema(), "a route", null), response);
    }

    private void serve(Matched matched, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var content = new RouteRequest(
                request, matched.parameters(), runtime.pipeline().bodies());
        var result = runtime.pipeline()
                .routes()
                .answer(
                        matched.function(),
                        content::read,
                        new ServletExchange(caller.schema(), state.targets(), caller));
        if (result instanceof Routes.Written written) {
            Answers.send(written.answer(), response);
        } else if (result instanceof Routes.Passed passed && passed.response() instanceof CompletionStage<?> stage) {
            later(matched.function(), stage, request, response);
        } else if (result instanceof Routes.Passed passed) {
            new ResponseWriter(runtime.mapper()).write((Response) passed.response(), response);
        }
    }

    private void later(
            FunctionModel function,
            CompletionStage<?> stage,
            HttpServletRequest request,
            HttpServletResponse response) {
        var async = request.startAsync();
        stage.whenComplete((value, failure) -> {
            try {
                if (value instanceof Response answer) {
                    new ResponseWriter(runtime.mapper()).write(answer, response);
                } else {
                    var cause = failure == null ? new IllegalStateException("the stage gave no response") : failure;
                    Answers.send(runtime.pipeline().failures().answer(cause, null, function.place(), null), response);
                }
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.WARNING, "MIZAN-00900: the response of " + function.place() + " was not sent", e);
            } finally {
                async.complete();
            }
        });
    }
}
