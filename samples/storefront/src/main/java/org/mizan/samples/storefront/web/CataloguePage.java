package org.mizan.samples.storefront.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.mizan.Client;
import org.mizan.samples.storefront.catalog.CatalogContext;
import org.mizan.samples.storefront.visitor.VisitorContext;

/** {@code /?category=…&search=…&sort=…&page=…}: the catalogue. Its filter is a form, so it needs no scripts. */
@Path("/")
@Controller
@RequestScoped
public class CataloguePage extends ShopPage {

    @GET
    @Client(context = VisitorContext.class)
    public String show() {
        contexts.add(CatalogContext.class, Selection.of(uri.getQueryParameters()));
        return page("CataloguePage.tsx");
    }
}
