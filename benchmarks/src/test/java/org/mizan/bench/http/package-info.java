/** Servers under load over HTTP: the library against other ways to do the same job. */
@NullMarked
package org.mizan.bench.http;

import org.jspecify.annotations.NullMarked;
