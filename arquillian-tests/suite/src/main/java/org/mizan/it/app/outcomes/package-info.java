/** Mutations with every kind of ending, on rows in a database. */
package org.mizan.it.app.outcomes;
