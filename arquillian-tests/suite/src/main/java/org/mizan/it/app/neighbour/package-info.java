/** The application of {@link org.mizan.it.TwoAppsIT}, deployed twice under different names. */
package org.mizan.it.app.neighbour;
