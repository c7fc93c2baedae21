package org.mizan.it.app.login;

import jakarta.enterprise.context.ApplicationScoped;
import org.mizan.Client;
import org.mizan.ReactContext;

/** Something to read, so that something can be stale. */
@ApplicationScoped
public class Notes {
    /** The notes. */
    public static final class NotesContext implements ReactContext {}

    private volatile String text = "";

    @Client(context = NotesContext.class)
    public String text() {
        return text;
    }

    void write(String written) {
        text = written;
    }
}
