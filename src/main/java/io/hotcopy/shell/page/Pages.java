package io.hotcopy.shell.page;

import io.hotcopy.shell.screen.Lines;
import io.hotcopy.verb.BackupResult;
import io.hotcopy.verb.CancelResult;
import io.hotcopy.verb.CatalogDescribeResult;
import io.hotcopy.verb.CatalogListResult;
import io.hotcopy.verb.CatalogMissingResult;
import io.hotcopy.verb.CatalogRebuildResult;
import io.hotcopy.verb.CheckArchiveResult;
import io.hotcopy.verb.CheckResult;
import io.hotcopy.verb.CountResult;
import io.hotcopy.verb.DescribeResult;
import io.hotcopy.verb.ExpireResult;
import io.hotcopy.verb.GetResult;
import io.hotcopy.verb.HorizonResult;
import io.hotcopy.verb.JournalSearchResult;
import io.hotcopy.verb.ListResult;
import io.hotcopy.verb.LoadResult;
import io.hotcopy.verb.OpenResult;
import io.hotcopy.verb.PlanDiffResult;
import io.hotcopy.verb.PlanResult;
import io.hotcopy.verb.PlanTextResult;
import io.hotcopy.verb.PreviewResult;
import io.hotcopy.verb.ProveResult;
import io.hotcopy.verb.RegionResult;
import io.hotcopy.verb.ReportBackupsResult;
import io.hotcopy.verb.RestoreArchiveResult;
import io.hotcopy.verb.RestoreResult;
import io.hotcopy.verb.ScanResult;
import io.hotcopy.verb.ServeResult;
import io.hotcopy.verb.ShowResult;
import io.hotcopy.verb.StartResult;
import io.hotcopy.verb.StatusResult;
import io.hotcopy.verb.StopResult;
import io.hotcopy.verb.StorageGroupResult;
import io.hotcopy.verb.StorageManagerAddResult;
import io.hotcopy.verb.StorageManagerStartResult;
import io.hotcopy.verb.StorageManagerStopResult;
import io.hotcopy.verb.TableResult;
import io.hotcopy.verb.TimelineResult;
import io.hotcopy.verb.VerbResult;
import io.hotcopy.verb.VerifyResult;
import io.hotcopy.verb.WorkloadCheckResult;
import io.hotcopy.verb.WorkloadResult;
import io.hotcopy.verb.WriteResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The page of each kind of result. */
public final class Pages {
    private static final int USUAL_WIDTH = 80;
    private static final Map<Class<? extends VerbResult>, Function<VerbResult, Lines>> PAGES = pages();

    private Pages() {}

    /** The page of a result, for a line of this many columns: a picture of time takes as many as there are. */
    public static Lines of(VerbResult result, int width) {
        if (result instanceof TimelineResult timeline) {
            return TimelinePage.of(timeline, width);
        }
        return result instanceof ProveResult proof ? ProofPage.of(proof, width) : of(result);
    }

    /** What a person is shown of a result; one that is only planned says so in its first line. */
    public static Lines of(VerbResult result) {
        Function<VerbResult, Lines> page = PAGES.get(result.getClass());
        if (page == null) {
            throw new IllegalStateException("no page for " + result.getClass());
        }
        return page.apply(result);
    }

    static Set<Class<? extends VerbResult>> known() {
        return PAGES.keySet();
    }

    private static Map<Class<? extends VerbResult>, Function<VerbResult, Lines>> pages() {
        Map<Class<? extends VerbResult>, Function<VerbResult, Lines>> pages = new LinkedHashMap<>();
        add(pages, CheckResult.class, DeclarationPage::checked);
        add(pages, LoadResult.class, DeclarationPage::loaded);
        add(pages, ShowResult.Domains.class, ShowPage::domains);
        add(pages, ShowResult.Archives.class, ShowPage::archives);
        add(pages, ShowResult.StorageGroups.class, ShowPage::storageGroups);
        add(pages, ShowResult.Policies.class, ShowPage::policies);
        add(pages, PlanResult.class, BackupPage::plan);
        add(pages, PlanDiffResult.class, DiffPage::of);
        add(pages, PlanTextResult.class, BackupPage::written);
        add(pages, HorizonResult.class, HorizonPage::of);
        add(pages, ProveResult.class, proof -> ProofPage.of(proof, USUAL_WIDTH));
        add(pages, BackupResult.class, BackupPage::backup);
        add(pages, CancelResult.class, HotCopyLines::cancelled);
        add(pages, ServeResult.class, DomainPage::served);
        add(pages, StartResult.class, DomainPage::started);
        add(pages, StopResult.class, DomainPage::stopped);
        add(pages, StorageGroupResult.class, ProcessPage::group);
        add(pages, StorageManagerAddResult.class, ProcessPage::added);
        add(pages, StorageManagerStopResult.class, ProcessPage::stopped);
        add(pages, StorageManagerStartResult.class, ProcessPage::started);
        add(pages, RegionResult.Cut.class, ProcessPage::cut);
        add(pages, RegionResult.Healed.class, ProcessPage::healed);
        add(pages, StatusResult.class, StatusPage::of);
        add(pages, TimelineResult.class, timeline -> TimelinePage.of(timeline, USUAL_WIDTH));
        add(pages, ListResult.class, SetPage::listed);
        add(pages, CatalogListResult.class, CatalogPage::listed);
        add(pages, CatalogDescribeResult.class, CatalogPage::described);
        add(pages, CatalogMissingResult.class, CatalogPage::missing);
        add(pages, CatalogRebuildResult.class, CatalogPage::rebuilt);
        add(pages, DescribeResult.class, SetPage::described);
        add(pages, PreviewResult.class, RestorePage::previewed);
        add(pages, JournalSearchResult.class, JournalPage::found);
        add(pages, RestoreResult.class, RestorePage::restored);
        add(pages, RestoreArchiveResult.class, ArchivePage::restored);
        add(pages, CheckArchiveResult.class, ArchivePage::checked);
        add(pages, ReportBackupsResult.class, BackupsXml::of);
        add(pages, OpenResult.class, RestorePage::opened);
        add(pages, ExpireResult.class, ExpirePage::of);
        add(pages, VerifyResult.class, VerifyPage::of);
        add(pages, GetResult.class, DataPage::got);
        add(pages, ScanResult.class, DataPage::scanned);
        add(pages, CountResult.class, DataPage::counted);
        add(pages, WriteResult.class, DataPage::written);
        add(pages, TableResult.class, DataPage::table);
        add(pages, WorkloadResult.class, WorkloadPage::status);
        add(pages, WorkloadCheckResult.class, WorkloadPage::checked);
        return pages;
    }

    private static <R extends VerbResult> void add(
            Map<Class<? extends VerbResult>, Function<VerbResult, Lines>> pages,
            Class<R> kind,
            Function<R, Lines> page) {
        pages.put(kind, result -> page.apply(kind.cast(result)));
    }
}
