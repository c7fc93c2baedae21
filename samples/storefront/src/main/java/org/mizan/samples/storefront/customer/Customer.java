package org.mizan.samples.storefront.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** Somebody who buys here. */
@Entity
@Table(name = "customer")
public class Customer {

    @Id
    @Column(name = "id")
    private Long id;

    @Column(name = "name")
    private String name;

    @Column(name = "email")
    private String email;

    @Column(name = "since")
    private LocalDate since;

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    CustomerProfile profile() {
        return new CustomerProfile(id, name, email, since);
    }

    void update(String newName, String newEmail) {
        name = newName;
        email = newEmail;
    }
}
