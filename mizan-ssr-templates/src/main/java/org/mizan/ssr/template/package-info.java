/** Folders of the application's archive as folders on the disk, where Bun can read them. */
@NullMarked
package org.mizan.ssr.template;

import org.jspecify.annotations.NullMarked;
