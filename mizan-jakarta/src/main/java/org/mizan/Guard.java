package org.mizan;

import java.util.Map;

/**
 * Decides whether a caller may call a function with these arguments.
 *
 * <p>A guard is a CDI bean; it runs on the thread of the request, after the roles were checked and the arguments
 * bound, and before Bean Validation: an argument has its type, but its constraints were not looked at yet. An
 * exception that it throws ends the request as the function's own would; it never lets the caller pass.
 */
@FunctionalInterface
public interface Guard {

    /**
     * Whether the call may go on; {@code false} answers it with 403.
     *
     * @param caller who asks; nobody is {@link Caller#authenticated() not authenticated}
     * @param arguments the bound arguments by their name on the wire, unmodifiable; absent ones have no entry
     */
    boolean permits(Caller caller, Map<String, Object> arguments);
}
