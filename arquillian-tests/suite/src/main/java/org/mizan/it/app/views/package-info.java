/** Resources and controllers with every kind of response, in an application that scans and in one that lists. */
package org.mizan.it.app.views;
