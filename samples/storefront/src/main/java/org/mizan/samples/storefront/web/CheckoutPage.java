package org.mizan.samples.storefront.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.mizan.Client;
import org.mizan.samples.storefront.visitor.VisitorContext;

/** {@code /checkout}: the order, for customers who are signed in. */
@Path("/checkout")
@Controller
@RequestScoped
public class CheckoutPage extends ShopPage {

    @GET
    @Client(context = VisitorContext.class)
    public String show() {
        return page("CheckoutPage.tsx");
    }
}
