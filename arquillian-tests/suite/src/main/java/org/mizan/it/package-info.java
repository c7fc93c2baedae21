/**
 * The suite that runs unchanged on every server, and its scaffolding: {@link org.mizan.it.Wars} builds deployments,
 * {@link org.mizan.it.Server} knows the server under test, {@link org.mizan.it.Site} speaks HTTP with a deployed
 * application. Test classes are named {@code XIT}; their applications are in {@code org.mizan.it.app.<name>}.
 */
package org.mizan.it;
