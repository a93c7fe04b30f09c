package io.hotcopy.shell.page;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.recovery.TargetRange;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;

/** Phrases that several pages share. */
final class Words {
    private Words() {}

    /** Begins the line of what is not done. */
    static AttributedString planned() {
        return Ink.CAUTION.of("would ");
    }

    static AttributedString hint() {
        return Ink.CAUTION.of("HINT: ");
    }

    /** Joined by blanks. */
    static String list(Collection<?> things) {
        return things.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    /** An id as it is shown in a line: its first eight digits. */
    static String id(Object id) {
        return id.toString().substring(0, 8);
    }

    /** Of none it is empty. */
    static String ranges(List<TargetRange> ranges) {
        return ranges.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /** The storage groups but for the one that every archive has; a dash when there are no others. */
    static String groups(Collection<StorageGroupName> groups) {
        String named = groups.stream()
                .filter(group -> !group.equals(StorageGroupName.UNPARTITIONED))
                .map(StorageGroupName::toString)
                .collect(Collectors.joining(" "));
        return named.isEmpty() ? "-" : named;
    }

    /** A full gives any commit from its pin point; what is appended holds the commits after the element before it. */
    static String commits(ElementFacts element) {
        if (element.type() == HotCopyType.FULL) {
            return "commits " + element.pinPoint() + " to " + element.cut();
        }
        return element.covers().values().stream()
                .distinct()
                .map(range -> range.isEmpty()
                        ? "no commits after " + range.from()
                        : "commits " + range.from().next() + " to " + range.through())
                .collect(Collectors.joining(", "));
    }

    static String size(ByteSize size) {
        return size.bytes() == 0 ? "-" : size.toString();
    }

    static AttributedString state(ArchiveFacts.State state) {
        return switch (state) {
            case RUNNING -> Ink.GOOD.of(state.name());
            case SYNCING, UNKNOWN -> Ink.CAUTION.of(state.name());
            case STOPPED, DAMAGED -> Ink.BAD.of(state.name());
        };
    }

    /** {@code 1 set}, {@code 2 sets}. */
    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    static String yesNo(boolean truth) {
        return truth ? "yes" : "no";
    }

    /** A duration of whole seconds in the greatest unit of which it is so many: {@code 90 minutes}, {@code 14 days}. */
    static String time(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds % 86_400 == 0) {
            return count(seconds / 86_400, "day");
        }
        if (seconds % 3_600 == 0) {
            return count(seconds / 3_600, "hour");
        }
        return seconds % 60 == 0 ? count(seconds / 60, "minute") : count(seconds, "second");
    }
}
