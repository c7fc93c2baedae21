/** Where settings come from: MicroProfile Config when there is one, else system properties and the environment. */
@NullMarked
package org.mizan.cdi.config;

import org.jspecify.annotations.NullMarked;
