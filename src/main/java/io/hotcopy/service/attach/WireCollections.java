package io.hotcopy.service.attach;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The forms of what holds other values. All are lists: what is in one may itself be anything, or nothing. */
final class WireCollections {
    private WireCollections() {}

    /**
     * The form of a type with parameters.
     *
     * @param elements the forms of its parameters
     */
    static WireForm of(Class<?> raw, List<WireForm> elements) {
        if (raw == Optional.class) {
            return new Perhaps(elements.get(0));
        } else if (raw == List.class) {
            return new Many(elements.get(0), ArrayList::new, all -> Collections.unmodifiableList((List<?>) all));
        } else if (raw == Set.class) {
            return new Many(elements.get(0), LinkedHashSet::new, all -> Collections.unmodifiableSet((Set<?>) all));
        } else if (raw == SortedSet.class) {
            return new Many(
                    elements.get(0),
                    all -> new TreeSet<>(all),
                    all -> Collections.unmodifiableSortedSet((SortedSet<?>) all));
        } else if (raw == Map.class) {
            return new Pairs(elements.get(0), elements.get(1), false);
        } else if (raw == SortedMap.class) {
            return new Pairs(elements.get(0), elements.get(1), true);
        }
        throw new IllegalStateException("not on the wire: " + raw);
    }

    private static List<?> list(Object tree) {
        if (!(tree instanceof List<?> list)) {
            throw WireForm.isNo(tree, "a list");
        }
        return list;
    }

    private record Perhaps(WireForm element) implements WireForm {
        @Override
        public Object write(Object value) {
            return ((Optional<?>) value).map(element::write).map(List::of).orElse(List.of());
        }

        @Override
        public Object read(Object tree) {
            List<?> list = list(tree);
            if (list.size() > 1) {
                throw WireForm.isNo(tree, "one value or none");
            }
            return list.isEmpty() ? Optional.empty() : Optional.of(element.read(list.get(0)));
        }
    }

    private record Many(
            WireForm element,
            Function<Collection<Object>, Collection<Object>> collector,
            Function<Collection<Object>, Collection<?>> finisher)
            implements WireForm {
        @Override
        public Object write(Object value) {
            List<Object> trees = new ArrayList<>();
            ((Collection<?>) value).forEach(each -> trees.add(element.write(each)));
            return trees;
        }

        @Override
        public Object read(Object tree) {
            List<Object> values = new ArrayList<>();
            list(tree).forEach(each -> values.add(element.read(each)));
            return finisher.apply(collector.apply(values));
        }
    }

    private record Pairs(WireForm key, WireForm value, boolean sorted) implements WireForm {
        @Override
        public Object write(Object map) {
            List<Object> trees = new ArrayList<>();
            ((Map<?, ?>) map).forEach((one, other) -> trees.add(List.of(key.write(one), value.write(other))));
            return trees;
        }

        @Override
        public Object read(Object tree) {
            Map<Object, Object> found = sorted ? new TreeMap<>() : new LinkedHashMap<>();
            for (Object each : list(tree)) {
                List<?> pair = list(each);
                if (pair.size() != 2 || found.put(key.read(pair.get(0)), value.read(pair.get(1))) != null) {
                    throw WireForm.isNo(each, "a pair of a key of its own and a value");
                }
            }
            return sorted
                    ? Collections.unmodifiableSortedMap((SortedMap<Object, Object>) found)
                    : Collections.unmodifiableMap(found);
        }
    }
}
