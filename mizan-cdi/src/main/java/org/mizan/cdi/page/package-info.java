/** What the page of a request shows: the contexts of its view function, read for it as the browser would. */
@NullMarked
package org.mizan.cdi.page;

import org.jspecify.annotations.NullMarked;
