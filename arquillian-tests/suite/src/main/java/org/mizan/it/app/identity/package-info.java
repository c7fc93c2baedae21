/** Says who the caller is, the same way on every server. */
package org.mizan.it.app.identity;
