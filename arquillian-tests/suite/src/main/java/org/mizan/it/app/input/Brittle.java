package org.mizan.it.app.input;

import java.util.List;

/** Serialises half-way. */
public class Brittle {
    public List<String> getBefore() {
        return List.of("a thing that a careless server would have sent");
    }

    public String getBetween() {
        throw new IllegalStateException(Inputs.SECRET);
    }

    public String getZebra() {
        return "after";
    }
}
