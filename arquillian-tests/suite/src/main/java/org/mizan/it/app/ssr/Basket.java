package org.mizan.it.app.ssr;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** A model bean. */
@Named
@RequestScoped
public class Basket {
    private int pieces;

    /** How many pieces. */
    public int getPieces() {
        return pieces;
    }

    /** Sets how many. */
    public void setPieces(int pieces) {
        this.pieces = pieces;
    }
}
