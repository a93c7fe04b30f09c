package io.hotcopy.backupset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hotcopy.term.HotCopyType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vendor's tree: full, and incrementals and journals numbered apart. */
class ElementDirectoryTest {

    @ParameterizedTest
    @ValueSource(strings = {"full", "1.inc", "2.inc", "10.inc", "1.jnl", "999999999.jnl"})
    void elementsAreKnownByTheirNames(String name) {
        assertEquals(name, ElementDirectory.parse(name).orElseThrow().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tmp", "set.yaml", "0.inc", "01.inc", "1.incr", "inc", "1.full", "Full", "1.jnl.old", "-1.inc"})
    void otherNamesAreNoElements(String name) {
        assertEquals(Optional.empty(), ElementDirectory.parse(name));
    }

    @Test
    void incrementalsAndJournalsAreNumberedApartFromOne() {
        List<ElementDirectory> existing = List.of(
                new ElementDirectory(HotCopyType.FULL, 0),
                new ElementDirectory(HotCopyType.INCREMENTAL, 1),
                new ElementDirectory(HotCopyType.INCREMENTAL, 10),
                new ElementDirectory(HotCopyType.INCREMENTAL, 2));

        assertEquals("full", ElementDirectory.next(HotCopyType.FULL, existing).name());
        assertEquals(
                "11.inc",
                ElementDirectory.next(HotCopyType.INCREMENTAL, existing).name());
        assertEquals(
                "1.jnl", ElementDirectory.next(HotCopyType.JOURNAL, existing).name());
    }

    @Test
    void aSimpleHotCopyIsNoElement() {
        assertThrows(IllegalStateException.class, () -> ElementDirectory.next(HotCopyType.SIMPLE, List.of())
                .name());
    }
}
