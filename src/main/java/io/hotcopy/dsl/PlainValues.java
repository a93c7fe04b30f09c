package io.hotcopy.dsl;

import io.hotcopy.dsl.words.Name;
import io.hotcopy.model.PlainName;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.StorageGroupName;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Reads values as names, numbers, durations and sizes. */
final class PlainValues {
    private static final int MOST = 1_000_000;

    private PlainValues() {}

    static Function<Value, Reading> ofText(Function<String, Optional<?>> reading) {
        return value -> value instanceof Value.Text text ? Reading.of(reading.apply(text.text())) : Reading.otherKind();
    }

    static Optional<Name> name(String text) {
        return PlainName.isValid(text) ? Optional.of(new Name(text)) : Optional.empty();
    }

    static Optional<String> text(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    static Optional<DatabaseName> database(String text) {
        String[] names = text.split("/", -1);
        return names.length == 2 && PlainName.isValid(names[0]) && PlainName.isValid(names[1])
                ? Optional.of(new DatabaseName(names[0], names[1]))
                : Optional.empty();
    }

    static Optional<StorageGroupName> storageGroup(String text) {
        return StorageGroupName.isValid(text) ? Optional.of(new StorageGroupName(text)) : Optional.empty();
    }

    static Reading archive(Value value) {
        return Reading.of(whole(value, 0, Integer.MAX_VALUE).map(ArchiveId::new));
    }

    static Reading count(Value value) {
        return Reading.of(whole(value, 1, MOST));
    }

    private static Optional<Integer> whole(Value value, int least, int most) {
        return value instanceof Value.Whole whole
                        && whole.number().compareTo(BigInteger.valueOf(least)) >= 0
                        && whole.number().compareTo(BigInteger.valueOf(most)) <= 0
                ? Optional.of(whole.number().intValueExact())
                : Optional.empty();
    }

    static Reading truth(Value value) {
        return value instanceof Value.Truth truth ? Reading.fits(truth.isTrue()) : Reading.otherKind();
    }

    /** A duration is not negative, and in whole seconds: nothing of a policy is finer. */
    static Reading duration(Value value) {
        if (!(value instanceof Value.Length length)) {
            return Reading.otherKind();
        }
        Duration duration = length.duration();
        if (duration.isNegative()) {
            return Reading.faulty("a duration is not negative");
        }
        return duration.getNano() == 0 ? Reading.fits(duration) : Reading.faulty("a duration is in whole seconds");
    }

    static Reading size(Value value) {
        return value instanceof Value.Size size ? Reading.fits(size.size()) : Reading.otherKind();
    }
}
