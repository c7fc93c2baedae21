package org.mizan.samples.storefront.catalog;

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
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A product, its price, how many there are, and what its reviews add up to.
 *
 * <p>Writers lock the row first ({@code Rows.lock}), because two orders of the last piece must not meet at the commit;
 * the version catches a writer that forgot.
 */
@Entity
@Table(name = "product")
public class Product {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "product_seq")
    @SequenceGenerator(name = "product_seq", sequenceName = "product_seq", allocationSize = 50)
    @Column(name = "id")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "category_id")
    private Category category;

    @Column(name = "slug")
    private String slug;

    @Column(name = "name")
    private String name;

    @Column(name = "description")
    private String description;

    @Column(name = "price")
    private BigDecimal price;

    @Column(name = "stock")
    private int stock;

    @Column(name = "review_count")
    private int reviewCount;

    @Column(name = "rating_sum")
    private int ratingSum;

    @Column(name = "added")
    private LocalDate added;

    @Version
    @Column(name = "version")
    private int version;

    protected Product() {}

    Product(Category category, NewProduct data, LocalDate added) {
        this.category = category;
        this.slug = data.slug();
        this.name = data.name();
        this.description = data.description();
        this.price = data.price();
        this.stock = data.stock();
        this.added = added;
    }

    public Long id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    public BigDecimal price() {
        return price;
    }

    public int stock() {
        return stock;
    }

    public boolean soldOut() {
        return stock == 0;
    }

    /** Takes pieces off the shelf; the caller has seen that they are there. */
    public void take(int pieces) {
        if (pieces > stock) {
            throw new IllegalArgumentException(pieces + " of " + stock + " pieces");
        }
        stock -= pieces;
    }

    /** Puts pieces on the shelf. */
    public void put(int pieces) {
        stock = Math.addExact(stock, pieces);
    }

    public void changePrice(BigDecimal to) {
        price = to;
    }

    public void rated(int stars) {
        reviewCount++;
        ratingSum += stars;
    }

    public void unrated(int stars) {
        reviewCount--;
        ratingSum -= stars;
    }

    CatalogItem item() {
        return new CatalogItem(id, slug, name, category.slug(), price, !soldOut(), rating());
    }

    ProductDetails details() {
        return new ProductDetails(id, slug, name, description, category.slug(), price, rating(), added);
    }

    private RatingSummary rating() {
        return RatingSummary.of(reviewCount, ratingSum);
    }
}
