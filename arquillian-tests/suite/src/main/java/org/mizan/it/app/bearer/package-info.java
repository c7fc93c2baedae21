/** Callers who come with a MicroProfile JWT. */
package org.mizan.it.app.bearer;
