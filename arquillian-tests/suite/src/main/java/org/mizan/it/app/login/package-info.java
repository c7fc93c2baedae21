/** Callers whom Jakarta Security knows: BASIC, and a form. */
package org.mizan.it.app.login;
