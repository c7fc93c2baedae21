/** An application whose names become snake_case on the wire. */
package org.mizan.it.app.input.naming;
