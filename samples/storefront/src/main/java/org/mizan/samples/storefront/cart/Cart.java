package org.mizan.samples.storefront.cart;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mizan.samples.storefront.catalog.Product;

/**
 * A cart and its lines. Its key is text, because the two persistence providers store a {@link UUID} differently.
 *
 * <p>A line keeps the price at which it was put in, so that a new price list makes no cart stale.
 */
@Entity
@Table(name = "cart")
public class Cart {

    @Id
    @Column(name = "id")
    private String id;

    /** Whose it is, for good; null: nobody's. */
    @Column(name = "customer_id")
    @Nullable
    private Long customerId;

    @Enumerated(EnumType.STRING)
    @Column(name = "shipping")
    private Shipping shipping = Shipping.STANDARD;

    @Version
    @Column(name = "version")
    private int version;

    // Not CascadeType.ALL: refreshing the cart in order to lock it would read the lines together with it on Hibernate,
    // that
    // is, before the lock is there. They must be read after it.
    @OneToMany(
            mappedBy = "cart",
            cascade = {CascadeType.PERSIST, CascadeType.REMOVE},
            orphanRemoval = true)
    @OrderBy("id")
    private List<CartLine> lines = new ArrayList<>();

    protected Cart() {}

    Cart(UUID id, @Nullable Long customerId) {
        this.id = id.toString();
        this.customerId = customerId;
    }

    public List<CartLine> lines() {
        return List.copyOf(lines);
    }

    public Shipping shipping() {
        return shipping;
    }

    void ship(Shipping by) {
        shipping = by;
    }

    int quantityOf(Product product) {
        return line(product).map(CartLine::quantity).orElse(0);
    }

    /** Sets how many of a product are in the cart; none removes it. */
    void set(Product product, int quantity) {
        Optional<CartLine> line = line(product);
        if (quantity == 0) {
            line.ifPresent(lines::remove);
        } else if (line.isPresent()) {
            line.get().change(quantity);
        } else {
            lines.add(new CartLine(this, product, quantity));
        }
    }

    public void clear() {
        lines.clear();
    }

    public CartTotals totals() {
        return CartTotals.of(lines.stream().map(CartLine::item).toList(), shipping);
    }

    private Optional<CartLine> line(Product product) {
        return lines.stream()
                .filter(line -> line.product().id().equals(product.id()))
                .findFirst();
    }
}
