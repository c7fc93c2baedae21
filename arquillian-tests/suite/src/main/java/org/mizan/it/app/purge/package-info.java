/** Sinks of an application: one that remembers, and one that always fails. */
package org.mizan.it.app.purge;
