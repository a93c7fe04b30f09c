package io.hotcopy.restore;

import io.hotcopy.backupset.ElementFacts;
import java.nio.file.Path;

/**
 * One element that a restore read.
 *
 * @param directory where it lies
 * @param element what it is
 */
public record RestoreSource(Path directory, ElementFacts element) {

    static RestoreSource of(SourceElement source) {
        return new RestoreSource(source.element().directory(), source.element().facts());
    }
}
