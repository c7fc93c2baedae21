package org.mizan.samples.storefront.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.mizan.Client;
import org.mizan.samples.storefront.visitor.VisitorContext;

/** {@code /sign-in}: whom the form is for, {@code LoginServlet} decides. */
@Path("/sign-in")
@Controller
@RequestScoped
public class SignInPage extends ShopPage {

    @GET
    @Client(context = VisitorContext.class)
    public String show() {
        return page("SignInPage.tsx");
    }
}
