/** Pages that work without a client of Mizan's: Jakarta REST resources of the application. */
package org.mizan.samples.storefront.web;
