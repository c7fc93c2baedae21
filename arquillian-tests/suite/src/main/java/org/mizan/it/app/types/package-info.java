/**
 * A function that echoes each type of {@code docs/types.md}. Nothing here needs a server, so that the client's
 * round-trip test can be generated from the same classes; {@code samples.txt} and {@code refused.txt} beside them hold
 * the JSON, one {@code function | json} a line.
 */
@NullMarked
package org.mizan.it.app.types;

import org.jspecify.annotations.NullMarked;
