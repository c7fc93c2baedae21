/** The pages: the front end's files, and Jakarta REST resources for browsers without scripts. */
package org.mizan.samples.storefront.web;
