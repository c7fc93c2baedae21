/** BASIC, the same way on every server. */
package org.mizan.it.app.fuzz;
