/** Every type that the protocol knows, through calls and contexts. */
package org.mizan.it.app.input.types;
