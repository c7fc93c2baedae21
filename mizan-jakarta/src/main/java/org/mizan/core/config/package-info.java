/** The settings of an application: names, defaults, and what is wrong with them. */
@NullMarked
package org.mizan.core.config;

import org.jspecify.annotations.NullMarked;
