package org.mizan.samples.storefront.visitor;

import org.mizan.ReactContext;

/** Who is looking, without parameters: each caller has an answer of their own. */
public final class VisitorContext implements ReactContext {}
