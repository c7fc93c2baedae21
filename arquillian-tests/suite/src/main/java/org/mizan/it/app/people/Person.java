package org.mizan.it.app.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A user's row; the tests choose the keys. */
@Entity
public class Person {
    @Id
    private long id;

    private String name;

    protected Person() {}

    Person(long id, String name) {
        this.id = id;
        this.name = name;
    }

    String name() {
        return name;
    }

    void rename(String newName) {
        this.name = newName;
    }
}
