/** An application whose controllers have their views in a folder of its own. */
package org.mizan.it.app.ssr.folder;
