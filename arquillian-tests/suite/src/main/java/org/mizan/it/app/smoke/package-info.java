/** The application of {@link org.mizan.it.SmokeIT}: one of everything that the suite relies on. */
package org.mizan.it.app.smoke;
