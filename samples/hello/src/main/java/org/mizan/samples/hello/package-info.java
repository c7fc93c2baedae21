/** The smallest application with a React view: one controller, one component, no npm. */
package org.mizan.samples.hello;
