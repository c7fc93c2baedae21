/** A page's bytes: the document's shell, what was rendered, the data, and the tags of the client's files (PROTOCOL §11). */
@NullMarked
package org.mizan.ssr.page;

import org.jspecify.annotations.NullMarked;
