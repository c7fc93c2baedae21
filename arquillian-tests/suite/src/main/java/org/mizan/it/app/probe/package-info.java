/** An application without the library, deployed beside others to read figures of the server's JVM. */
package org.mizan.it.app.probe;
