package org.mizan.samples.storefront.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.mizan.Client;
import org.mizan.samples.storefront.catalog.CatalogContext;
import org.mizan.samples.storefront.visitor.VisitorContext;

/** {@code /?category=…&search=…&sort=…&page=…}: the catalogue. Its filter is a form, so it needs no scripts. */
@Path("/")
@Controller
@RequestScoped
public class CataloguePage extends ShopPage {

    /** They are declared, so that an edge knows them: it keeps no address with a parameter that it does not know. */
    @GET
    @Client(context = VisitorContext.class)
    public String show(
            @Nullable @QueryParam("category") String category,
            @Nullable @QueryParam("search") String search,
            @Nullable @QueryParam("sort") String sort,
            @Nullable @QueryParam("page") String page) {
        contexts.add(CatalogContext.class, Selection.of(category, search, sort, page));
        return page("CataloguePage.tsx");
    }
}
