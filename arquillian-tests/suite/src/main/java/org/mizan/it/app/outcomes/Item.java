package org.mizan.it.app.outcomes;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A row; the tests choose the keys. */
@Entity
public class Item {
    @Id
    private long id;

    private String name;

    protected Item() {}

    Item(long id, String name) {
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
