/** Plain beans with paths of their own. */
package org.mizan.it.app.routes;
