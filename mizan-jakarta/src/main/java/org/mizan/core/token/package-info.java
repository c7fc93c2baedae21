/**
 * MWT, the token that stands for a caller (PROTOCOL §10): a JWT (RFC 7519) in the compact form of a JWS (RFC 7515),
 * signed with HS256, minted and verified by this library alone, and narrowed by the advice of RFC 8725.
 *
 * <p>Public are the two ends, {@link org.mizan.core.token.MwtIssuer} and {@link org.mizan.core.token.MwtVerifier}, what
 * they give and throw, and {@link org.mizan.core.token.MwtSetup}, which makes them. The only package that knows Nimbus
 * JOSE+JWT, an optional dependency.
 */
@NullMarked
package org.mizan.core.token;

import org.jspecify.annotations.NullMarked;
