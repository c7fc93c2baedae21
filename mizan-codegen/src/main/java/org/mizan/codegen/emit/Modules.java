package org.mizan.codegen.emit;

/** The names by which the generated modules import each other. */
final class Modules {
    static final String RUNTIME = "./runtime";
    static final String REACT_RUNTIME = "./runtime/react";
    static final String ENVIRONMENT = "./runtime/environment";
    static final String CONTEXTS = "./contexts";
    static final String MUTATIONS = "./mutations";

    private Modules() {}
}
