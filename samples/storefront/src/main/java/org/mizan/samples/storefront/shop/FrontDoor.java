package org.mizan.samples.storefront.shop;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.mizan.Client;
import org.mizan.GlobalContext;
import org.mizan.samples.storefront.data.Rows;
import org.mizan.samples.storefront.signin.Roles;

/** The shop's own sign. */
@ApplicationScoped
@Transactional
public class FrontDoor {
    private static final int THE_SHOP = 1;

    @Inject
    Rows rows;

    @Client(context = GlobalContext.class)
    public ShopInfo shop() {
        return rows.get(Shop.class, THE_SHOP).info();
    }

    /** A function of {@code global} alone is stale: the categories need not be fetched again. */
    @RolesAllowed(Roles.ADMIN)
    @Client(affectsFunctions = "shop")
    public void changeStrapline(@NotBlank @Size(max = 200) String strapline) {
        rows.lock(Shop.class, THE_SHOP).strapline(strapline);
    }
}
