package org.mizan.samples.storefront.signin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Who may sign in, and as what. A customer's account has the customer's number for its name. */
@Entity
@Table(name = "account")
public class Account {

    @Id
    @Column(name = "name")
    private String name;

    @Column(name = "password")
    private String password;

    @Column(name = "role")
    private String role;

    String name() {
        return name;
    }

    String password() {
        return password;
    }

    String role() {
        return role;
    }
}
