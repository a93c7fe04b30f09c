package io.hotcopy.verb;

import io.hotcopy.catalog.Selection;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.restore.JournalHit;
import io.hotcopy.restore.JournalQuestion;
import io.hotcopy.restore.JournalSearch;
import java.nio.file.Path;
import java.util.List;

/** {@code journal search}: which commits touched a table or a row, from the journals of sets; changes nothing. */
public final class JournalSearchVerb {
    private final Session session;

    JournalSearchVerb(Session session) {
        this.session = session;
    }

    public JournalSearchResult run(JournalSearchRequest request, ProgressListener progress) {
        if (session.planned().hasAll(request.sets().words())) {
            return new JournalSearchResult(true, request.table(), request.key(), List.of(), false);
        }
        List<Path> sets = new Shelves(session, request.sets().below())
                .select(request.sets().words()).stream()
                        .map(Selection::locations)
                        .flatMap(List::stream)
                        .toList();
        JournalQuestion question =
                new JournalQuestion(request.table(), request.key().map(RecordText::bytes), request.limit() + 1);
        List<JournalHit> found = Cancelling.telling(
                "the search",
                "It changes nothing: the sets are as they were.",
                () -> new JournalSearch(session.surroundings().formats()).search(sets, question, progress));
        return new JournalSearchResult(
                false,
                request.table(),
                request.key(),
                found.stream()
                        .limit(request.limit())
                        .map(JournalSearchVerb::inWords)
                        .toList(),
                found.size() > request.limit());
    }

    private static JournalSearchResult.Hit inWords(JournalHit hit) {
        return new JournalSearchResult.Hit(
                hit.commit(), hit.time(), hit.action(), hit.key().map(RecordText::text), hit.lineage());
    }
}
