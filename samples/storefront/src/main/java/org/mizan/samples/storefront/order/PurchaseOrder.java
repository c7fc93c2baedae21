package org.mizan.samples.storefront.order;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.mizan.samples.storefront.cart.Cart;
import org.mizan.samples.storefront.cart.CartLine;
import org.mizan.samples.storefront.cart.Shipping;
import org.mizan.samples.storefront.customer.Customer;

/** What a customer has bought, at the prices and under the names of that day. Times are kept in UTC. */
@Entity
@Table(name = "purchase_order")
public class PurchaseOrder {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "purchase_order_seq")
    @SequenceGenerator(name = "purchase_order_seq", sequenceName = "purchase_order_seq", allocationSize = 50)
    @Column(name = "id")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "customer_id")
    private Customer customer;

    @Column(name = "placed_at")
    private LocalDateTime placedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private OrderStatus status = OrderStatus.PLACED;

    @Enumerated(EnumType.STRING)
    @Column(name = "shipping")
    private Shipping shipping;

    @Column(name = "total")
    private BigDecimal total;

    @Column(name = "ship_name")
    private String shipName;

    @Column(name = "ship_street")
    private String shipStreet;

    @Column(name = "ship_zip")
    private String shipZip;

    @Column(name = "ship_city")
    private String shipCity;

    @Column(name = "ship_country")
    private String shipCountry;

    @OneToMany(mappedBy = "order", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<OrderLine> lines = new ArrayList<>();

    protected PurchaseOrder() {}

    PurchaseOrder(Customer customer, Cart cart, Address shipTo, LocalDateTime placedAt) {
        this.customer = customer;
        this.placedAt = placedAt;
        this.shipping = cart.shipping();
        this.total = cart.totals().total();
        this.shipName = shipTo.name();
        this.shipStreet = shipTo.street();
        this.shipZip = shipTo.zip();
        this.shipCity = shipTo.city();
        this.shipCountry = shipTo.country();
        for (CartLine line : cart.lines()) {
            lines.add(new OrderLine(this, line));
        }
    }

    Long id() {
        return id;
    }

    boolean isOf(long customerId) {
        return customer.id() == customerId;
    }

    OrderStatus status() {
        return status;
    }

    List<OrderLine> lines() {
        return List.copyOf(lines);
    }

    void cancel() {
        status = OrderStatus.CANCELLED;
    }

    CustomerOrder summary() {
        return new CustomerOrder(
                id,
                placedAt.toInstant(ZoneOffset.UTC),
                status,
                shipping,
                total,
                new Address(shipName, shipStreet, shipZip, shipCity, shipCountry),
                lines.stream().map(OrderLine::item).toList());
    }
}
