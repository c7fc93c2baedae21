/** Who is asking: accounts, sign-in by Jakarta Security, and the session that remembers it. */
package org.mizan.samples.storefront.signin;
