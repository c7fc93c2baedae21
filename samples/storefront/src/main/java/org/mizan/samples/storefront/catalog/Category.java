package org.mizan.samples.storefront.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A department of the shop. Clients know it by its slug. */
@Entity
@Table(name = "category")
public class Category {

    @Id
    @Column(name = "id")
    private Long id;

    @Column(name = "slug")
    private String slug;

    @Column(name = "name")
    private String name;

    @Column(name = "blurb")
    private String blurb;

    Long id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    CatalogHeading heading() {
        return new CatalogHeading(name, blurb);
    }

    CategoryItem item(long products) {
        return new CategoryItem(slug, name, products);
    }

    void rename(String to) {
        name = to;
    }

    void describe(String text) {
        blurb = text;
    }
}
