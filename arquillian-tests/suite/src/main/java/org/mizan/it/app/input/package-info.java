/** What the tests of bad input send their requests to. */
package org.mizan.it.app.input;
