package io.hotcopy.verb;

/** What a verb gives back: a record that says everything a person or a program may want to know of what was done. */
public sealed interface VerbResult
        permits BackupResult,
                CancelResult,
                CatalogDescribeResult,
                CatalogListResult,
                CatalogMissingResult,
                CatalogRebuildResult,
                CheckArchiveResult,
                CheckResult,
                CountResult,
                DescribeResult,
                ExpireResult,
                GetResult,
                JournalSearchResult,
                HorizonResult,
                ListResult,
                LoadResult,
                OpenResult,
                PlanDiffResult,
                PlanResult,
                PlanTextResult,
                PreviewResult,
                ProveResult,
                RegionResult,
                ReportBackupsResult,
                RestoreArchiveResult,
                RestoreResult,
                ScanResult,
                ShowResult,
                ServeResult,
                StartResult,
                StatusResult,
                StopResult,
                StorageGroupResult,
                StorageManagerAddResult,
                StorageManagerStartResult,
                StorageManagerStopResult,
                TableResult,
                TimelineResult,
                VerifyResult,
                WorkloadCheckResult,
                WorkloadResult,
                WriteResult {

    /** Whether nothing was done because this is a dry run: the result says what would be. */
    default boolean planned() {
        return false;
    }
}
