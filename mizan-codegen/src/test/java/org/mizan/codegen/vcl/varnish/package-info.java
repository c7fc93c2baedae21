/** The machine's Varnish, for the tests of every module that puts one before an origin: in a jar of its own (test-jar). */
@NullMarked
package org.mizan.codegen.vcl.varnish;

import org.jspecify.annotations.NullMarked;
