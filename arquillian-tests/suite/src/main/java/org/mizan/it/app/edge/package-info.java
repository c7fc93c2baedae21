/** Contexts that must not be kept by a cache in front of the application, and some that may. */
package org.mizan.it.app.edge;
