package io.hotcopy.verb;

import io.hotcopy.engine.HotCopyStatus;
import io.hotcopy.model.Declarations;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All verbs over one session. Used by one thread at a time. */
public final class Verbs implements AutoCloseable {
    private final Session session;

    public Verbs(VerbSurroundings surroundings) {
        this(new Session(surroundings, false));
    }

    private Verbs(Session session) {
        this.session = session;
    }

    /**
     * The same verbs over a new session that knows what is declared here; those that would write only check and say
     * what they would do.
     */
    public Verbs dryRun() {
        Session dry = new Session(session.surroundings(), true);
        dry.declare(session.declared());
        return new Verbs(dry);
    }

    /** Whether verbs only say what they would do. */
    public boolean isDryRun() {
        return session.isDryRun();
    }

    /** Where relative paths start; absolute. */
    public Path workingDirectory() {
        return session.surroundings().workingDirectory().toAbsolutePath();
    }

    /** The time by the clock of this session. */
    public Instant now() {
        return session.surroundings().clock().instant();
    }

    /** Everything that is declared in this session. */
    public Declarations declared() {
        return session.declared();
    }

    public CatalogVerb catalog() {
        return new CatalogVerb(session);
    }

    public CheckVerb check() {
        return new CheckVerb(session);
    }

    public LoadVerb load() {
        return new LoadVerb(session);
    }

    public ShowVerb show() {
        return new ShowVerb(session);
    }

    public PlanVerb plan() {
        return new PlanVerb(session);
    }

    public PlanDiffVerb planDiff() {
        return new PlanDiffVerb(session);
    }

    public ProveVerb prove() {
        return new ProveVerb(session);
    }

    public StatusVerb status() {
        return new StatusVerb(session);
    }

    public ListVerb list() {
        return new ListVerb(session);
    }

    public DescribeVerb describe() {
        return new DescribeVerb(session);
    }

    public TimelineVerb timeline() {
        return new TimelineVerb(session);
    }

    public StartVerb start() {
        return new StartVerb(session);
    }

    public ServeVerb serve() {
        return new ServeVerb(session);
    }

    public StopVerb stop() {
        return new StopVerb(session);
    }

    public BackupVerb backup() {
        return new BackupVerb(session);
    }

    public ApplyVerb apply() {
        return new ApplyVerb(session);
    }

    public CancelVerb cancel() {
        return new CancelVerb(session);
    }

    public RestoreVerb restore() {
        return new RestoreVerb(session);
    }

    public PreviewVerb preview() {
        return new PreviewVerb(session);
    }

    public JournalSearchVerb journalSearch() {
        return new JournalSearchVerb(session);
    }

    public RestoreArchiveVerb restoreArchive() {
        return new RestoreArchiveVerb(session);
    }

    public ReportBackupsVerb reportBackups() {
        return new ReportBackupsVerb(session);
    }

    public ReportTimestampsVerb reportTimestamps() {
        return new ReportTimestampsVerb(session);
    }

    public CheckArchiveVerb checkArchive() {
        return new CheckArchiveVerb(session);
    }

    public VerifyVerb verify() {
        return new VerifyVerb(session);
    }

    public ExpireVerb expire() {
        return new ExpireVerb(session);
    }

    public OpenVerb open() {
        return new OpenVerb(session);
    }

    public GetVerb get() {
        return new GetVerb(session);
    }

    public PutVerb put() {
        return new PutVerb(session);
    }

    public DeleteVerb delete() {
        return new DeleteVerb(session);
    }

    public ScanVerb scan() {
        return new ScanVerb(session);
    }

    public CountVerb count() {
        return new CountVerb(session);
    }

    public CreateTableVerb createTable() {
        return new CreateTableVerb(session);
    }

    public DropTableVerb dropTable() {
        return new DropTableVerb(session);
    }

    public WorkloadVerb workload() {
        return new WorkloadVerb(session);
    }

    public StorageManagerVerb storageManager() {
        return new StorageManagerVerb(session);
    }

    public StorageGroupVerb storageGroup() {
        return new StorageGroupVerb(session);
    }

    public RegionVerb region() {
        return new RegionVerb(session);
    }

    /** Names of tables and sets that this session knows of, for completion; reads no disk and asks nobody. */
    public KnownNames names() {
        return KnownNames.of(session);
    }

    /** The name of the domain that runs here, or would run in a dry run; empty when none does. */
    public Optional<String> startedDomain() {
        return session.startedDomain();
    }

    /** How the domain of this session stands, for a prompt; asks no other process. Empty when none runs. */
    public Optional<DomainState> state() {
        return DomainState.of(session);
    }

    /** The hot copies that run or wait in the domain of this process, and that its end would cancel. */
    public List<HotCopyStatus> endingWithDomain() {
        return session.runningHere().stream()
                .flatMap(domain -> domain.copies().all().stream())
                .filter(hotCopy -> !hotCopy.state().isEnded())
                .toList();
    }

    /** Stops what was started. */
    @Override
    public void close() {
        session.close();
    }
}
