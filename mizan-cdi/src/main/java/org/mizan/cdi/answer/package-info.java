/** How answers of the library are sent, through Jakarta REST and through servlets alike. */
@NullMarked
package org.mizan.cdi.answer;

import org.jspecify.annotations.NullMarked;
