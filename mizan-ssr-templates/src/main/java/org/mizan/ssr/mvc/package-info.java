/** Jakarta MVC: the only package that needs it. Without it the rest of the library works. */
@NullMarked
package org.mizan.ssr.mvc;

import org.jspecify.annotations.NullMarked;
