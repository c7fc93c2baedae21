package org.mizan.it.app.input;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A row of the ledger. */
@Entity
public class Entry {
    @Id
    private String name;

    private String content;

    protected Entry() {}

    Entry(String name, String content) {
        this.name = name;
        this.content = content;
    }

    String content() {
        return content;
    }

    void change(String newContent) {
        this.content = newContent;
    }
}
