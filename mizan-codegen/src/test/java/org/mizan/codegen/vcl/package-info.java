/** Tests of the Varnish configuration, with a real Varnish. */
@NullMarked
package org.mizan.codegen.vcl;

import org.jspecify.annotations.NullMarked;
