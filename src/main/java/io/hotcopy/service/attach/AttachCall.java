package io.hotcopy.service.attach;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A call of one of {@link AttachMethods} on its way.
 *
 * @param method its name there
 * @param database whose, by its own name; "" for what belongs to the whole domain
 * @param arguments as they are on the wire, without a listener
 */
record AttachCall(String method, String database, List<Object> arguments) {

    /** @param arguments as the method takes them */
    static AttachCall of(WireJson wire, Method method, String database, Object... arguments) {
        List<Object> trees = new ArrayList<>();
        for (int index = 0; index < arguments.length; index++) {
            if (!AttachMethods.isListener(method.getParameterTypes()[index])) {
                trees.add(wire.write(method.getGenericParameterTypes()[index], arguments[index]));
            }
        }
        return new AttachCall(AttachMethods.name(method), database, trees);
    }

    /** @throws IllegalArgumentException when there is no such method */
    Method called() {
        return AttachMethods.find(method)
                .orElseThrow(() -> new IllegalArgumentException("there is no method " + method));
    }

    /**
     * The arguments as the method takes them.
     *
     * @param listener where it wants one
     * @throws IllegalArgumentException when they are not its arguments
     */
    Object[] argumentsFor(Method called, WireJson wire, Object listener) {
        Iterator<Object> trees = arguments.iterator();
        Object[] all = new Object[called.getParameterCount()];
        for (int index = 0; index < all.length; index++) {
            boolean hears = AttachMethods.isListener(called.getParameterTypes()[index]);
            if (!hears && !trees.hasNext()) {
                throw WireForm.isNo(arguments, "all arguments of " + method);
            }
            all[index] = hears ? listener : wire.read(called.getGenericParameterTypes()[index], trees.next());
        }
        if (trees.hasNext()) {
            throw WireForm.isNo(arguments, "the arguments of " + method);
        }
        return all;
    }
}
