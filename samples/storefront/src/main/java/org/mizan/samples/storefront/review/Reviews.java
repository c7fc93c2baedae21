package org.mizan.samples.storefront.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.mizan.Client;
import org.mizan.Guarded;
import org.mizan.Invalidations;
import org.mizan.samples.storefront.catalog.CatalogContext;
import org.mizan.samples.storefront.catalog.Product;
import org.mizan.samples.storefront.catalog.ProductContext;
import org.mizan.samples.storefront.customer.Customer;
import org.mizan.samples.storefront.customer.CustomerContext;
import org.mizan.samples.storefront.customer.OwnCustomer;
import org.mizan.samples.storefront.data.Rows;
import org.mizan.samples.storefront.signin.Roles;

/** Reviews, as products show them and as customers keep them. */
@ApplicationScoped
@Transactional
public class Reviews {

    @PersistenceContext
    EntityManager em;

    @Inject
    Rows rows;

    @Inject
    Invalidations invalidations;

    @Client(context = ProductContext.class)
    public List<ProductReview> productReviews(long productId) {
        return em.createQuery(
                        "select r from Review r where r.product.id = :product order by r.helpful desc, r.id desc",
                        Review.class)
                .setParameter("product", productId)
                .getResultStream()
                .map(Review::forProduct)
                .toList();
    }

    @RolesAllowed({Roles.CUSTOMER, Roles.ADMIN})
    @Guarded(OwnCustomer.class)
    @Client(context = CustomerContext.class)
    public List<CustomerReview> customerReviews(long customerId) {
        return em.createQuery(
                        "select r from Review r join fetch r.product where r.customer.id = :customer"
                                + " order by r.written desc, r.id desc",
                        Review.class)
                .setParameter("customer", customerId)
                .getResultStream()
                .map(Review::forCustomer)
                .toList();
    }

    /**
     * Three scopes from one signature: this product exactly, this customer's reviews exactly, and every page of the
     * catalogue, because any of them may show the product's rating or be sorted by it.
     */
    @RolesAllowed(Roles.CUSTOMER)
    @Guarded(OwnCustomer.class)
    @Client(
            affects = {ProductContext.class, CatalogContext.class},
            affectsFunctions = "customerReviews")
    public long addReview(
            long productId, long customerId, @Min(1) @Max(5) int rating, @NotBlank @Size(max = 2000) String text) {
        Product product = rows.lock(Product.class, productId);
        Review review = new Review(product, rows.get(Customer.class, customerId), rating, text, LocalDate.now());
        em.persist(review);
        product.rated(rating);
        return review.id();
    }

    /** Whose review it was is known once it is found: that target is added by hand. */
    @RolesAllowed(Roles.ADMIN)
    @Client(affects = {ProductContext.class, CatalogContext.class})
    public void removeReview(long productId, long reviewId) {
        Product product = rows.lock(Product.class, productId);
        Review review = ofProduct(productId, reviewId);
        product.unrated(review.rating());
        em.remove(review);
        invalidations.addFunction("customerReviews", Map.of("customerId", review.customerId()));
    }

    /** One function of one product: its details and its stock are as they were. */
    @Client(affectsFunctions = "productReviews")
    public void markReviewHelpful(long productId, long reviewId) {
        ofProduct(productId, reviewId).foundHelpful();
    }

    private Review ofProduct(long productId, long reviewId) {
        Review review = rows.lock(Review.class, reviewId);
        if (!review.isOf(productId)) {
            throw Rows.missing(Review.class, reviewId);
        }
        return review;
    }
}
