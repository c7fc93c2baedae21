/** Applications with and without a Jakarta REST application of their own; each WAR takes some of these classes. */
package org.mizan.it.app.input.site;
