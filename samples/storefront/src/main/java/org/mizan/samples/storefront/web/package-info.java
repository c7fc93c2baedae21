/** The pages: Jakarta MVC controllers, whose views React renders, and the forms that work without scripts. */
package org.mizan.samples.storefront.web;
