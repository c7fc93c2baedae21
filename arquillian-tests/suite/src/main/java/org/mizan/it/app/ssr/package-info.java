/** Pages that React renders: controllers, plain resources, mails. */
package org.mizan.it.app.ssr;
