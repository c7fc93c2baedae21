package org.mizan;

/**
 * Names a context: a group of reading functions that a browser fetches in one request.
 *
 * <p>An application declares one class per context, {@code public final class UserContext implements ReactContext {}}.
 * Its name on the wire is the simple name without {@code Context}, first letter in lower case ({@code user}), unless
 * {@link ContextName} says otherwise. The class is never instantiated.
 */
public interface ReactContext {}
