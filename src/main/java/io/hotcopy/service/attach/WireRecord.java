package io.hotcopy.service.attach;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The form of a record: its components by their names. */
final class WireRecord implements WireForm {
    private final Constructor<?> constructor;
    private final List<RecordComponent> components;
    private final List<WireForm> forms;

    /** @param forms of the components, in their order */
    WireRecord(Class<?> type, List<WireForm> forms) {
        this.components = List.of(type.getRecordComponents());
        this.forms = forms;
        Class<?>[] parameters =
                components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            this.constructor = type.getDeclaredConstructor(parameters);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("a record without its constructor: " + type, impossible);
        }
    }

    @Override
    public Object write(Object value) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int index = 0; index < forms.size(); index++) {
            RecordComponent component = components.get(index);
            tree.put(component.getName(), forms.get(index).write(component(component, value)));
        }
        return tree;
    }

    private static Object component(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("a record that does not show " + component, impossible);
        }
    }

    @Override
    public Object read(Object tree) {
        if (!(tree instanceof Map<?, ?> members) || members.size() != forms.size()) {
            throw WireForm.isNo(tree, "an object with " + names());
        }
        Object[] values = IntStream.range(0, forms.size())
                .mapToObj(index ->
                        forms.get(index).read(members.get(components.get(index).getName())))
                .toArray();
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(String.valueOf(refused.getCause().getMessage()), refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a record that cannot be made: " + Arrays.toString(values), impossible);
        }
    }

    private List<String> names() {
        return components.stream().map(RecordComponent::getName).toList();
    }
}
