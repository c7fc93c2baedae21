package org.mizan.samples.storefront.catalog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mizan.Client;
import org.mizan.GlobalContext;
import org.mizan.Invalidations;
import org.mizan.MizanException;
import org.mizan.samples.storefront.data.Rows;
import org.mizan.samples.storefront.signin.Roles;

/** Single products: their page, their stock. */
@ApplicationScoped
@Transactional
public class Products {

    @PersistenceContext
    EntityManager em;

    @Inject
    Rows rows;

    @Inject
    Catalog catalog;

    @Inject
    Invalidations invalidations;

    @Client(context = ProductContext.class)
    public ProductDetails productDetails(long productId) {
        return rows.get(Product.class, productId).details();
    }

    @Client(context = ProductContext.class)
    public ProductStock productStock(long productId) {
        return ProductStock.of(rows.get(Product.class, productId).stock());
    }

    /** The slug of a product's category; nothing when there is no such product. */
    public Optional<String> category(long productId) {
        return em.createQuery("select p.category.slug from Product p where p.id = :id", String.class)
                .setParameter("id", productId)
                .getResultStream()
                .findFirst();
    }

    /** Broad in two contexts: a new product may stand on any page, and its category counts one more. */
    @RolesAllowed(Roles.ADMIN)
    @Client(affects = {CatalogContext.class, GlobalContext.class})
    public long addProduct(@Valid NewProduct product) {
        long sameSlug = em.createQuery("select count(p) from Product p where p.slug = :slug", Long.class)
                .setParameter("slug", product.slug())
                .getSingleResult();
        if (sameSlug > 0) {
            throw new MizanException(409, "SLUG_TAKEN", "Another product has this slug.");
        }
        Product added = new Product(catalog.category(product.category()), product, LocalDate.now());
        em.persist(added);
        return added.id();
    }

    /** This product exactly, and any page of the catalogue, for it may show the price or be sorted by it. */
    @RolesAllowed(Roles.ADMIN)
    @Client(affects = {ProductContext.class, CatalogContext.class})
    public void changePrice(
            long productId,
            @DecimalMin("0.01") @DecimalMax("99999.99") @Digits(integer = 5, fraction = 2) BigDecimal price) {
        rows.lock(Product.class, productId).changePrice(price);
    }

    /**
     * Programmatic alone: which products arrive is known only from the list. A page of the catalogue is stale when
     * something that was sold out is back.
     */
    @RolesAllowed(Roles.ADMIN)
    @Client
    public void receiveDelivery(@NotEmpty @Size(max = 100) List<@Valid Delivery> items) {
        boolean backInStock = false;
        for (Delivery item :
                items.stream().sorted(Comparator.comparing(Delivery::productId)).toList()) {
            Product product = rows.lock(Product.class, item.productId());
            backInStock |= product.soldOut();
            product.put(item.pieces());
            invalidations.add(ProductContext.class, Map.of("productId", item.productId()));
        }
        if (backInStock) {
            invalidations.add(CatalogContext.class);
        }
    }
}
