/** The application of {@code conformance/fixtures/application.json}, which is its specification. */
package org.mizan.it.app.conformance;
