package org.mizan.cdi.runtime;

import java.util.Set;
import org.mizan.core.config.Settings;
import org.mizan.core.schema.Registry;

/**
 * What one application deployed.
 *
 * @param classes the classes that the registry was read from
 */
public record Deployment(Registry registry, Settings settings, Set<Class<?>> classes) {}
