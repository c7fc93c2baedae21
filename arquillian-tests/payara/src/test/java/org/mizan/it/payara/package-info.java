/**
 * A managed Payara Micro for Arquillian.
 *
 * <p>Instead of {@code arquillian-payara-micro-managed} 3.1, which starts a new server for each deployment (13-15 s each),
 * cannot have two applications on one server (the second deployment starts a second process on the same port and forgets
 * the first one), waits 180 s for a deployment that was refused, and does not wait for the end of what it stops. Here one
 * server runs for the whole suite, as on the others: {@link org.mizan.it.payara.PayaraMain} is its main class and is told
 * through its standard input what to deploy.
 */
package org.mizan.it.payara;
