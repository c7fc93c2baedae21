package org.mizan.samples.storefront.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** The one row that describes the shop. */
@Entity
@Table(name = "shop")
public class Shop {

    @Id
    @Column(name = "id")
    private Integer id;

    @Column(name = "name")
    private String name;

    @Column(name = "strapline")
    private String strapline;

    @Column(name = "currency")
    private String currency;

    @Column(name = "opened")
    private LocalDate opened;

    ShopInfo info() {
        return new ShopInfo(name, strapline, currency, opened);
    }

    void strapline(String text) {
        strapline = text;
    }
}
