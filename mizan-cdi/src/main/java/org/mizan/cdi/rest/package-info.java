/** The endpoints, as a Jakarta REST application of our own, and the servlets around them. */
@NullMarked
package org.mizan.cdi.rest;

import org.jspecify.annotations.NullMarked;
