package org.mizan.samples.storefront.order;

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
import java.math.BigDecimal;
import org.mizan.samples.storefront.cart.CartLine;

/** Some pieces of one product in an order. The product is only a number here: the line outlives its changes. */
@Entity
@Table(name = "order_line")
public class OrderLine {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_line_seq")
    @SequenceGenerator(name = "order_line_seq", sequenceName = "order_line_seq", allocationSize = 50)
    @Column(name = "id")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_id")
    private PurchaseOrder order;

    @Column(name = "product_id")
    private long productId;

    @Column(name = "name")
    private String name;

    @Column(name = "quantity")
    private int quantity;

    @Column(name = "unit_price")
    private BigDecimal unitPrice;

    protected OrderLine() {}

    OrderLine(PurchaseOrder order, CartLine line) {
        this.order = order;
        this.productId = line.product().id();
        this.name = line.product().name();
        this.quantity = line.quantity();
        this.unitPrice = line.unitPrice();
    }

    long productId() {
        return productId;
    }

    int quantity() {
        return quantity;
    }

    OrderItem item() {
        return new OrderItem(productId, name, quantity, unitPrice);
    }
}
