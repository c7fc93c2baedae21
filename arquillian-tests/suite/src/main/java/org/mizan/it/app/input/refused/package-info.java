/** An application in which nearly everything is wrong: it must not deploy, and all of it must be said at once. */
package org.mizan.it.app.input.refused;
