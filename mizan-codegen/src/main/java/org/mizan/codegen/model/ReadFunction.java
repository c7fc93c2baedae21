package org.mizan.codegen.model;

/**
 * A function of a context.
 *
 * @param name its name on the wire, a member of the bundle
 * @param pascal the part of its hook's name behind {@code use}
 */
public record ReadFunction(String name, String pascal, TypeText result, Doc doc) {}
