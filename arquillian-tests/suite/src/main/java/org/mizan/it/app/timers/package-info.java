/** A timer, for the servers that have them. */
package org.mizan.it.app.timers;
