/** A small application that uses every part of the library, to see whether any of it stays behind. */
package org.mizan.it.app.input.again;
