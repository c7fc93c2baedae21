package org.mizan.spi;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mizan.Caller;
import org.mizan.Guard;

/** Reaches the beans of the application. Thread-safe. */
public interface BeanInvoker {

    /**
     * Calls a method of a bean through its proxy, with everything that the container puts around it.
     *
     * @throws Throwable what the method threw, not wrapped
     */
    @Nullable
    Object invoke(Class<?> bean, Method method, @Nullable Object[] arguments) throws Throwable;

    /** Asks a guard bean. */
    boolean permits(Class<? extends Guard> guard, Caller caller, Map<String, Object> arguments);

    /**
     * Validates arguments by the constraints of the method (Bean Validation); what it cannot validate is valid.
     *
     * @return what is violated; empty when nothing is, or Bean Validation is absent
     */
    List<Violation> validate(Class<?> bean, Method method, @Nullable Object[] arguments);

    /**
     * A violated constraint.
     *
     * @param parameter the position of the parameter, from 0; −1 for a constraint on several of them
     * @param path where inside the argument, as {@code address.zip} or {@code [2].sku}; empty for the argument itself
     * @param message the interpolated message
     * @param constraint the simple name of the constraint's annotation
     */
    record Violation(int parameter, String path, String message, String constraint) {}
}
