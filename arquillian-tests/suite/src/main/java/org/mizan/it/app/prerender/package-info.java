/** Pages that are kept: plain Jakarta REST resources that answer HTML and say how often they ran. */
package org.mizan.it.app.prerender;
