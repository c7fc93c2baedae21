package org.mizan.codegen.model;

/**
 * A member of an interface.
 *
 * @param name its name on the wire, perhaps no identifier
 * @param optional whether it may be missing
 */
public record Member(String name, boolean optional, TypeText type, Doc doc) {}
