package org.mizan.cdi.route;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.mizan.cdi.answer.Answers;
import org.mizan.cdi.identity.CurrentCaller;
import org.mizan.cdi.interceptor.RequestState;
import org.mizan.cdi.interceptor.RequestTargets;
import org.mizan.cdi.request.Admission;
import org.mizan.cdi.request.ServletExchange;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.call.Answer;
import org.mizan.core.call.Refusal;
import org.mizan.core.call.Routes;
import org.mizan.core.protocol.ErrorCode;
import org.mizan.core.schema.FunctionModel;

/** Serves the {@code @Route}s of plain beans. */
public class RouteServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    /** It has no mapping: {@link RouteFilter} hands requests to it by this name. */
    public static final String NAME = "org.mizan.routes";

    private static final Logger LOG = System.getLogger(RouteServlet.class.getName());

    @Inject
    transient MizanRuntime runtime;

    @Inject
    transient RequestState state;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient ServletExchange exchange;

    @Inject
    transient Admission admission;

    private transient RouteTable routes;

    @PostConstruct
    void start() {
        routes = new RouteTable(runtime.registry());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var matched = routes.matching(request);
        var chosen = matched.stream()
                .filter(match -> match.methods().contains(request.getMethod()))
                .findFirst();
        if (chosen.isPresent()) {
            boolean head = request.getMethod().equals("HEAD");
            serve(chosen.get(), request, head ? new HeadResponse(response) : response);
        } else {
            refuse(matched, request, response);
        }
    }

    private void refuse(List<RouteTable.Matched> matched, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var allowed = new TreeSet<>(RouteTable.methods(matched));
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

    private void serve(RouteTable.Matched matched, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            admission.enter();
        } catch (Refusal refusal) {
            send(refusal, response);
            return;
        }
        try {
            answer(matched, request, response);
        } finally {
            admission.leave();
        }
    }

    private void answer(RouteTable.Matched matched, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var content = new RouteRequest(
                request, matched.parameters(), runtime.pipeline().bodies());
        var result = runtime.pipeline().routes().answer(matched.function(), content::read, exchange);
        if (result instanceof Routes.Written written) {
            Answers.send(written.answer(), response);
        } else if (result instanceof Routes.Passed passed && passed.response() instanceof CompletionStage<?> stage) {
            later(matched.function(), stage, request, response);
        } else if (result instanceof Routes.Passed passed) {
            pass(matched.function(), (Response) passed.response(), state.targets(), response);
        }
    }

    /** Writes a response; when that fails before its first byte is out, the protocol's error instead. */
    private void pass(FunctionModel function, Response from, RequestTargets targets, HttpServletResponse response)
            throws IOException {
        try {
            new ResponseWriter(runtime.mapper()).write(from, response);
        } catch (IOException | RuntimeException e) {
            if (response.isCommitted()) {
                throw e;
            }
            response.reset();
            fail(function, e, targets, response);
        }
    }

    private void fail(FunctionModel function, Throwable failure, RequestTargets targets, HttpServletResponse response)
            throws IOException {
        targets.repeat();
        Answers.send(runtime.pipeline().failures().answer(failure, null, function.place(), null), response);
    }

    private void later(
            FunctionModel function,
            CompletionStage<?> stage,
            HttpServletRequest request,
            HttpServletResponse response) {
        var targets = state.targets();
        var async = request.startAsync(request, response);
        async.setTimeout(0);
        stage.whenComplete((value, failure) -> {
            try {
                if (failure != null) {
                    fail(function, cause(failure), targets, response);
                } else if (value instanceof Response answer) {
                    pass(function, answer, targets, response);
                } else {
                    Answers.send(new Answer(HttpServletResponse.SC_NO_CONTENT, ""), response);
                }
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.WARNING, "MIZAN-00900: the response of " + function.place() + " was not sent", e);
            } finally {
                async.complete();
            }
        });
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
