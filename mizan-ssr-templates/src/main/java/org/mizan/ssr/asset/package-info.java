/** The client's files, served from where the bundle is, for ever fresh by their names. */
@NullMarked
package org.mizan.ssr.asset;

import org.jspecify.annotations.NullMarked;
