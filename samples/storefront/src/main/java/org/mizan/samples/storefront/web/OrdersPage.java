package org.mizan.samples.storefront.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.mizan.Client;
import org.mizan.samples.storefront.customer.CustomerContext;
import org.mizan.samples.storefront.visitor.VisitorContext;
import org.mizan.samples.storefront.visitor.Visitors;

/** {@code /orders}: what the customer who is signed in has ordered. */
@Path("/orders")
@Controller
@RequestScoped
public class OrdersPage extends ShopPage {

    @Inject
    Visitors visitors;

    @GET
    @Client(context = VisitorContext.class)
    public String show() {
        Long customer = visitors.visitor().customerId();
        if (customer != null) {
            contexts.add(CustomerContext.class, Map.of("customerId", customer));
        }
        return page("OrdersPage.tsx");
    }
}
