/** The application that most tests talk to: people and teams in a database, with every kind of function. */
package org.mizan.it.app.people;
