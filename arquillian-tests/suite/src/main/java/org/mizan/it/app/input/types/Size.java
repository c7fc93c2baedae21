package org.mizan.it.app.input.types;

/** An enum. */
public enum Size {
    SMALL,
    LARGE
}
