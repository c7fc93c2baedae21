/** A page of an application that is deployed again and again. */
package org.mizan.it.app.ssr.again;
