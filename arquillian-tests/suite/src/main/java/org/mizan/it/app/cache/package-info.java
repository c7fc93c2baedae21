/** Accounts behind the origin cache, on a database that several applications share. */
package org.mizan.it.app.cache;
