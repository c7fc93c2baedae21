/** The goals of the Maven plugin: Maven's project becomes the generator's options, and problems become its log. */
@NullMarked
package org.mizan.maven;

import org.jspecify.annotations.NullMarked;
