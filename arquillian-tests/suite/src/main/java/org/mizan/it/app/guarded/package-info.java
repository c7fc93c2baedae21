/** Functions of every kind behind every guard. */
package org.mizan.it.app.guarded;
