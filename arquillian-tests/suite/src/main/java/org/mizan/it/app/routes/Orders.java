package org.mizan.it.app.routes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.mizan.Client;
import org.mizan.MizanException;
import org.mizan.Route;

/** A plain bean with routes of every kind. */
@ApplicationScoped
public class Orders {
    public record Line(String sku, int count) {}

    public record Echo(long id, String text, List<Integer> sizes, Line line) {}

    @Client(context = OrderContext.class)
    public String order(long id) {
        return "order " + id;
    }

    @Client
    @Route(
            path = "/orders/{id}/echo",
            methods = {"GET", "POST"})
    public Echo echo(long id, Optional<String> text, List<Integer> sizes, Optional<Line> line) {
        return new Echo(id, text.orElse("none"), sizes, line.orElse(new Line("none", 0)));
    }

    @Client
    @Route(path = "/orders/{text}")
    public String one(String text) {
        return text;
    }

    @Client(affects = OrderContext.class)
    @Route(path = "/orders", methods = "POST")
    public void create(long id) {
        // answers 204
    }

    @Client(affects = OrderContext.class, internal = true)
    @Route(
            path = "/webhooks/{id}",
            methods = {"POST", "PUT"})
    @Transactional
    public void webhook(long id, @Min(1) int amount) {
        if (amount == 666) {
            throw new IllegalStateException("secret");
        }
        if (amount == 409) {
            throw new MizanException(409, "TAKEN", "Taken.", Map.of());
        }
    }

    @Client
    @Route(path = "/secrets/{id}")
    @RolesAllowed("admin")
    public String secret(long id) {
        return "secret " + id;
    }

    @Client(affects = OrderContext.class)
    @Route(
            path = "/respond/{kind}",
            methods = {"GET", "POST"})
    public Response respond(String kind, Optional<Long> id) {
        return switch (kind) {
            case "redirect" ->
                Response.seeOther(URI.create("/elsewhere?a=b"))
                        .cookie(
                                new NewCookie.Builder("one")
                                        .value("1")
                                        .path("/")
                                        .build(),
                                new NewCookie.Builder("two").value("2").build())
                        .header("X-Own", "first")
                        .header("X-Own", "second")
                        .build();
            case "text" -> Response.ok("text é").build();
            case "latin" ->
                Response.ok("text é", "text/plain;charset=ISO-8859-1").build();
            case "bytes" -> Response.ok(new byte[] {1, 2, 3}).build();
            case "stream" ->
                Response.ok((StreamingOutput) out -> out.write("streamed".getBytes(StandardCharsets.UTF_8)), "text/csv")
                        .build();
            case "input" ->
                Response.ok(new ByteArrayInputStream("input".getBytes(StandardCharsets.UTF_8)), "text/csv")
                        .build();
            case "record" -> Response.ok(new Line("sku", 3)).build();
            case "list" ->
                Response.status(201).entity(List.of(new Line("sku", 3))).build();
            case "empty" -> Response.noContent().build();
            case "cached" -> {
                var own = new CacheControl();
                own.setMaxAge(60);
                own.setNoTransform(false);
                yield Response.ok("cached", MediaType.TEXT_PLAIN)
                        .cacheControl(own)
                        .build();
            }
            case "broken-stream" ->
                Response.ok((StreamingOutput) out -> {
                            throw new IllegalStateException("secret");
                        })
                        .build();
            case "broken-entity" -> Response.ok(new Broken()).build();
            default -> null;
        };
    }

    /** Has no JSON form: its property throws. */
    public static class Broken {
        public String getText() {
            throw new IllegalStateException("secret");
        }
    }

    @Client(affects = OrderContext.class)
    @Route(path = "/later/{id}/{how}")
    public CompletionStage<Response> later(long id, String how) {
        return CompletableFuture.supplyAsync(
                () -> switch (how) {
                    case "fails" -> throw new IllegalStateException("secret");
                    case "refuses" -> throw new MizanException(409, "TAKEN", "Taken.", Map.of());
                    case "nothing" -> null;
                    default -> Response.ok("later " + id).build();
                },
                CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS));
    }
}
