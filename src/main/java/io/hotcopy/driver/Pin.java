package io.hotcopy.driver;

import io.hotcopy.term.CommitNumber;
import java.util.List;

/** The files of an archive, held unchanged until the copy is closed. */
public interface Pin {

    /** The persisted applied mark at which the journal was leased: the files hold every commit up to here. */
    CommitNumber pinPoint();

    /** The live files, names relative to the archive's directory, with {@code /} as separator. */
    List<SourceFile> files();

    /** The journal from {@link #pinPoint()} through the cut. */
    JournalSlice journal(Cut cut);
}
