/**
 * The edge manifest (PROTOCOL §8): what a cache in front of the application may keep, and what outdates it.
 *
 * <p>Public are the records of a manifest and {@link org.mizan.core.manifest.EdgeManifest#of}, for the endpoint that
 * exposes it, the build that writes it, and what generates an edge's configuration.
 */
@NullMarked
package org.mizan.core.manifest;

import org.jspecify.annotations.NullMarked;
