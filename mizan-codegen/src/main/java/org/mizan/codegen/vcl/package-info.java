/**
 * A Varnish configuration from the edge manifest (PROTOCOL §8).
 *
 * <p>Public are {@link org.mizan.codegen.vcl.VarnishConfiguration} and its {@link org.mizan.codegen.vcl.EdgeOptions}.
 */
@NullMarked
package org.mizan.codegen.vcl;

import org.jspecify.annotations.NullMarked;
