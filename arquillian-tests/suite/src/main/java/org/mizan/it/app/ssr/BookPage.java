package org.mizan.it.app.ssr;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.mizan.Client;
import org.mizan.PageContexts;

/** The page of a book, as a controller writes it. */
@Path("books/{bookId}")
@Controller
@RequestScoped
public class BookPage {
    @Inject
    Models models;

    @Inject
    Basket basket;

    @Inject
    Books books;

    @Inject
    PageContexts contexts;

    @GET
    @Client(context = BookContext.class)
    public String show(@PathParam("bookId") long bookId) {
        basket.setPieces(3);
        models.put("bookId", bookId);
        models.put("motto", "</script><!-- & \u2028 \ud800");
        contexts.add(ShelfContext.class, Map.of("topics", List.of("a b", "ü&"), "size", 2));
        return "account/BookPage.tsx";
    }

    @POST
    @Client(affects = BookContext.class)
    public Response save(@PathParam("bookId") long bookId, @FormParam("title") String title) {
        books.retitle(bookId, title);
        return Response.seeOther(URI.create("books/" + bookId)).build();
    }
}
