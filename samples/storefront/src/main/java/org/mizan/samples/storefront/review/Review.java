package org.mizan.samples.storefront.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.mizan.samples.storefront.catalog.Product;
import org.mizan.samples.storefront.customer.Customer;

/** What a customer thinks of a product. */
@Entity
@Table(name = "review")
public class Review {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "review_seq")
    @SequenceGenerator(name = "review_seq", sequenceName = "review_seq", allocationSize = 50)
    @Column(name = "id")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "product_id")
    private Product product;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "customer_id")
    private Customer customer;

    @Column(name = "author")
    private String author;

    @Column(name = "rating")
    private int rating;

    @Column(name = "body")
    private String body;

    @Column(name = "helpful")
    private int helpful;

    @Column(name = "written")
    private LocalDate written;

    protected Review() {}

    Review(Product product, Customer customer, int rating, String body, LocalDate written) {
        this.product = product;
        this.customer = customer;
        this.author = customer.name();
        this.rating = rating;
        this.body = body;
        this.written = written;
    }

    Long id() {
        return id;
    }

    int rating() {
        return rating;
    }

    boolean isOf(long productId) {
        return product.id() == productId;
    }

    Long customerId() {
        return customer.id();
    }

    void foundHelpful() {
        helpful++;
    }

    ProductReview forProduct() {
        return new ProductReview(id, author, rating, body, helpful, written);
    }

    CustomerReview forCustomer() {
        return new CustomerReview(id, product.id(), product.name(), rating, body, written);
    }
}
