package org.mizan.it.app.smoke;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

/** A row with a SEQUENCE key: the one strategy that makes its table on plain H2 with both providers. */
@Entity
public class Note {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "note_ids")
    @SequenceGenerator(name = "note_ids", sequenceName = "note_ids", allocationSize = 10)
    private Long id;

    private String text;

    protected Note() {}

    Note(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
