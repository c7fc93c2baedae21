package org.mizan.samples.storefront.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.mizan.Client;
import org.mizan.samples.storefront.catalog.CatalogContext;
import org.mizan.samples.storefront.visitor.VisitorContext;
import org.mizan.samples.storefront.visitor.Visitors;

/** {@code /prices}: the administrator's price editor; others are told that it is. */
@Path("/prices")
@Controller
@RequestScoped
public class PricesPage extends ShopPage {

    @Inject
    Visitors visitors;

    @GET
    @Client(context = VisitorContext.class)
    public String show(
            @Nullable @QueryParam("category") String category,
            @Nullable @QueryParam("search") String search,
            @Nullable @QueryParam("sort") String sort,
            @Nullable @QueryParam("page") String page) {
        if (visitors.visitor().administrator()) {
            contexts.add(CatalogContext.class, Selection.of(category, search, sort, page));
        }
        return page("PricesPage.tsx");
    }
}
