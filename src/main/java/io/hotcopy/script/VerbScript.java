package io.hotcopy.script;

import groovy.lang.Closure;
import io.hotcopy.model.Declarations;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.verb.BackupResult;
import io.hotcopy.verb.CancelResult;
import io.hotcopy.verb.CheckArchiveResult;
import io.hotcopy.verb.CheckResult;
import io.hotcopy.verb.DescribeResult;
import io.hotcopy.verb.ExpireRequest;
import io.hotcopy.verb.ExpireResult;
import io.hotcopy.verb.InstantText;
import io.hotcopy.verb.ListResult;
import io.hotcopy.verb.LoadRequest;
import io.hotcopy.verb.LoadResult;
import io.hotcopy.verb.OpenRequest;
import io.hotcopy.verb.OpenResult;
import io.hotcopy.verb.PlanDiffResult;
import io.hotcopy.verb.PlanDiffVerb;
import io.hotcopy.verb.PlanResult;
import io.hotcopy.verb.PlanTextResult;
import io.hotcopy.verb.PreviewResult;
import io.hotcopy.verb.ProveResult;
import io.hotcopy.verb.RestoreResult;
import io.hotcopy.verb.ShowResult;
import io.hotcopy.verb.ShowTopic;
import io.hotcopy.verb.StartRequest;
import io.hotcopy.verb.StartResult;
import io.hotcopy.verb.StatusResult;
import io.hotcopy.verb.StopResult;
import io.hotcopy.verb.TimelineRequest;
import io.hotcopy.verb.TimelineResult;
import io.hotcopy.verb.VerifyRequest;
import io.hotcopy.verb.VerifyResult;
import io.hotcopy.verify.Depth;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What every script can say: the verbs as methods, each with the words and named arguments of the command of its name;
 * the declaring words; and how to fail. A verb that fails ends the script. Public for the classes that scripts compile
 * to.
 */
public abstract class VerbScript extends DataScript {
    /** Ends the script with exit code 1 and this message. */
    @Says("ends the script with exit code 1 and this message")
    public void fail(Object message) {
        throw new HotCopyException(message.toString());
    }

    /** Ends the script with exit code 2: the comment that it begins with is shown, which says how it is used. */
    @Says("ends the script with exit code 2 and shows how it is used")
    public void usage() {
        usage("these are not its arguments");
    }

    /** {@code usage "there is no region $name"}: the same with a reason. */
    public void usage(Object why) {
        throw new WrongArgumentsException(why.toString());
    }

    /** {@code attempt { backup 'nightly' } ?: failed}: a failure is shown and gives null; Ctrl-C ends the script. */
    @Says("does what may fail: a failure is shown and gives null")
    public <T> T attempt(Closure<T> work) {
        return say.attempted(work::call);
    }

    /** {@code def sets = quietly { list() }}: what its verbs do is not shown, only given. */
    @Says("does something without showing it")
    public <T> T quietly(Closure<T> work) {
        return say.quietly(work::call);
    }

    /** {@code run 'other.groovy', 'its', 'arguments'}: another script, beside this one; gives its exit code. */
    @Says("runs another script beside this one")
    public int run(Object script, Object... arguments) {
        return say.run(script, arguments);
    }

    /** Everything that is declared: {@code declared.policies()*.name()}. */
    @Says("everything that is declared")
    public Declarations getDeclared() {
        return say.verbs().declared();
    }

    /** The name of the domain that runs, here or in another process, or null: {@code running ?: start('bank')}. */
    @Says("the name of the domain that runs, or null")
    public String getRunning() {
        return say.verbs().startedDomain().orElse(null);
    }

    @Says("declares a domain")
    public LoadResult domain(String name, Closure<?> body) {
        return say.declare(words -> words.domain(name, body));
    }

    public LoadResult policy(String name, Closure<?> body) {
        return say.declare(words -> words.policy(name, body));
    }

    /** {@code policy('x', from: 'base') { }}: the other policy must be declared together with it, in one text. */
    @Says(
            value = "declares how a database is protected",
            named = {"from"})
    public LoadResult policy(Map<String, ?> named, String name, Closure<?> body) {
        return say.declare(words -> words.policy(named, name, body));
    }

    @Says("reads the declarations of another file")
    public LoadResult include(String file) {
        return say.declare(words -> words.include(file));
    }

    /** {@code load 'domain.groovy'}: relative paths start at the script's directory. */
    @Says("reads declarations from files")
    public LoadResult load(Object... files) {
        return say.loaded(say.verbs().load().run(new LoadRequest(say.beside(files))));
    }

    /** {@code check 'domain.groovy'}: relative paths start at the script's directory. */
    public CheckResult check(Object... files) {
        return check(Map.of(), files);
    }

    /** {@code check 'domain.groovy', as: 'yaml'}: {@code written} of the result is the text in that spelling. */
    @Says(
            value = "compiles declarations and prints every problem",
            named = {"as"})
    public CheckResult check(Map<String, Object> named, Object... files) {
        return say.shown(say.verbs().check().run(say.checkRequest(named, files)));
    }

    /** {@code show 'archives'}. */
    @Says("shows what is declared, and what is true of it")
    public ShowResult show(String topic) {
        return say.shown(say.verbs().show().run(ScriptVerbs.named(ShowTopic.class, "show", topic)));
    }

    public StartResult start(String domain) {
        return start(NONE, domain);
    }

    /** {@code start 'bank', lost: [0, 3]} or {@code start 'bank', restored: 'dir'}. */
    @Says(
            value = "runs a declared domain here",
            named = {"lost", "restored"})
    public StartResult start(Map<String, Object> named, String domain) {
        NamedArguments arguments = new NamedArguments("start", named, "lost", "restored");
        return say.shown(say.verbs()
                .start()
                .run(new StartRequest(
                        domain,
                        arguments.texts("lost"),
                        arguments.text("restored").map(say::path))));
    }

    @Says("stops the domain that runs here")
    public StopResult stop() {
        return say.shown(say.verbs().stop().run());
    }

    @Says("tells whether one is protected, since when, and what runs")
    public StatusResult status() {
        return say.shown(say.verbs().status().run());
    }

    public TimelineResult timeline(Object... what) {
        return timeline(NONE, what);
    }

    /** {@code timeline 'nightly', days: 7, ahead: 2}. */
    @Says(
            value = "shows what can be restored, what ran and what is to run",
            named = {"days", "ahead"})
    public TimelineResult timeline(Map<String, Object> named, Object... what) {
        NamedArguments arguments = new NamedArguments("timeline", named, "days", "ahead");
        return say.shown(say.verbs()
                .timeline()
                .run(new TimelineRequest(
                        one("timeline", what).map(Object::toString),
                        arguments.count("days").orElse(TimelineRequest.BACK),
                        arguments.count("ahead").orElse(TimelineRequest.AHEAD))));
    }

    public PlanResult plan(Object... what) {
        return plan(NONE, what);
    }

    /** {@code plan 'nightly', group: 'east', maxRate: 40.MB}. */
    @Says(
            value = "tells what a backup would do now",
            named = {"run", "for", "group", "maxRate", "minRate", "partial"})
    public PlanResult plan(Map<String, Object> named, Object... what) {
        return say.shown(say.verbs().plan().run(ScriptVerbs.backupRequest("plan", named, one("plan", what))));
    }

    public ProveResult prove(Object... what) {
        return prove(NONE, what);
    }

    /**
     * {@code prove('nightly', days: 90, fail: ['sm:0', 'region:east'], outage: 2.hours).holds() || fail('…')}; the
     * answer is in the result, and ends nothing.
     */
    @Says(
            value = "tells whether policies keep rpo and rto under every single failure",
            named = {"days", "fail", "outage"})
    public ProveResult prove(Map<String, Object> named, Object... what) {
        return say.shown(say.verbs().prove().run(ScriptVerbs.proveRequest(named, one("prove", what))));
    }

    public BackupResult backup(Object... what) {
        return backup(NONE, what);
    }

    /** {@code backup 'nightly', group: 'east', maxRate: 40.MB}; {@code timeout: 10.seconds} leaves it running then. */
    @Says(
            value = "takes what is due or asked for",
            named = {"run", "for", "group", "maxRate", "minRate", "partial", "timeout"})
    public BackupResult backup(Map<String, Object> named, Object... what) {
        return say.watched(progress -> say.verbs()
                .backup()
                .run(
                        ScriptVerbs.backupRequest("backup", named, one("backup", what)),
                        ScriptVerbs.timeout(named),
                        preview -> {
                            say.shown(preview);
                            return true;
                        },
                        progress));
    }

    /** {@code writePlan 'plan.yaml', 'nightly', run: 'full'}: the plan as a file, for {@code apply}. */
    @Says(
            value = "writes the plan into a file, for apply",
            named = {"run", "for", "group", "maxRate", "minRate", "partial"})
    public PlanTextResult writePlan(Map<String, Object> named, Object file, Object... what) {
        return say.shown(say.verbs()
                .plan()
                .text(
                        ScriptVerbs.backupRequest("plan", named, one("writePlan", what)),
                        Optional.of(say.path(file.toString()))));
    }

    /** {@code planDiff 'old.groovy', 'new.groovy', days: 30}: what an edit adds, moves and takes away. */
    @Says(
            value = "tells what an edit adds, moves and takes away",
            named = {"days"})
    public PlanDiffResult planDiff(Map<String, Object> named, Object before, Object after) {
        NamedArguments arguments = new NamedArguments("planDiff", named, "days");
        int days = arguments.count("days").orElse(PlanDiffVerb.DAYS);
        return say.shown(say.verbs().planDiff().run(before.toString(), after.toString(), days));
    }

    public PlanDiffResult planDiff(Object before, Object after) {
        return planDiff(NONE, before, after);
    }

    public PlanTextResult writePlan(Object file, Object... what) {
        return writePlan(NONE, file, what);
    }

    /** {@code apply 'plan.yaml'} carries out what {@code writePlan} or {@code plan -o} has written, once. */
    @Says("carries out a plan that was written, once")
    public BackupResult apply(Object file) {
        return say.watched(progress -> say.verbs()
                .apply()
                .run(
                        say.path(file.toString()),
                        preview -> {
                            say.shown(preview);
                            return true;
                        },
                        progress));
    }

    /** {@code cancel()} ends the only hot copy that runs, {@code cancel 'id'} one of several. */
    @Says("ends a hot copy that was left running")
    public CancelResult cancel(Object... id) {
        return say.shown(say.verbs().cancel().run(one("cancel", id).map(Object::toString)));
    }

    public ListResult list() {
        return list(NONE);
    }

    /** {@code list in: 'backups'}. */
    @Says(
            value = "lists the backup sets there are",
            named = {"in"})
    public ListResult list(Map<String, Object> named) {
        NamedArguments arguments = new NamedArguments("list", named, "in");
        return say.shown(say.verbs().list().run(say.setRequest(arguments).below()));
    }

    public DescribeResult describe(Object... sets) {
        return describe(NONE, sets);
    }

    /** {@code describe 'latest', in: 'backups'} or {@code describe backup}. */
    @Says(
            value = "says what a set holds and what can be restored",
            named = {"in"})
    public DescribeResult describe(Map<String, Object> named, Object... sets) {
        NamedArguments arguments = new NamedArguments("describe", named, "in");
        return say.shown(say.verbs().describe().run(say.setRequest(arguments, sets)));
    }

    public RestoreResult restore(Object... sets) {
        return restore(NONE, sets);
    }

    /** {@code restore 'latest', to: 'dir'}, {@code restore backup, to: 'dir', beforeCommit: 4711}. */
    @Says(
            value = "makes new archives of sets",
            named = {"to", "toTime", "toCommit", "beforeCommit", "element", "in"})
    public RestoreResult restore(Map<String, Object> named, Object... sets) {
        return say.watched(
                progress -> say.verbs().restore().run(say.restoreRequest(named, sets), preview -> true, progress));
    }

    public PreviewResult preview(Object... sets) {
        return preview(NONE, sets);
    }

    /** {@code preview 'latest', toTime: '2026-11-22T10:00'}: how it would be restored. */
    @Says(
            value = "says how a state would be restored",
            named = {"toTime", "toCommit", "beforeCommit", "element", "in"})
    public PreviewResult preview(Map<String, Object> named, Object... sets) {
        return say.shown(say.verbs().preview().run(say.previewRequest(named, sets)));
    }

    public VerifyResult verify(Object... sets) {
        return verify(NONE, sets);
    }

    /** {@code verify 'latest', depth: 'drill'}; the answer is in the result, and ends nothing. */
    @Says(
            value = "says whether sets can be restored",
            named = {"depth", "scratch", "in"})
    public VerifyResult verify(Map<String, Object> named, Object... sets) {
        NamedArguments arguments = new NamedArguments("verify", named, "depth", "scratch", "in");
        Depth depth =
                ScriptVerbs.named(Depth.class, "verify", arguments.text("depth").orElse(Depth.CHECKSUMS.word()));
        VerifyRequest request = new VerifyRequest(
                say.setRequest(arguments, sets),
                depth,
                arguments.text("scratch").map(say::path));
        return say.watched(progress -> say.verbs().verify().run(request, progress));
    }

    /** {@code expire 'nightly'}, or {@code expire()} by all policies that are loaded: nobody is asked. */
    public ExpireResult expire(Object... what) {
        return expire(NONE, what);
    }

    /** {@code expire 'nightly', restorableFrom: ['2026-11-22T10:00', …]}: kept besides what the policy retains. */
    @Says(
            value = "deletes the sets that nothing needs any more",
            named = {"restorableFrom"})
    public ExpireResult expire(Map<String, Object> named, Object... what) {
        NamedArguments arguments = new NamedArguments("expire", named, "restorableFrom");
        ExpireRequest request = new ExpireRequest(
                one("expire", what).map(Object::toString),
                arguments.texts("restorableFrom").stream()
                        .map(InstantText::parse)
                        .toList());
        return say.watched(progress -> say.verbs().expire().run(request, preview -> true, progress));
    }

    /** {@code checkArchive 'restored/archive-0'}; the answer is in the result, and ends nothing. */
    @Says("says whether an archive that nobody has open is whole")
    public CheckArchiveResult checkArchive(Object directory) {
        List<Path> named = say.paths(directory);
        if (named.size() != 1) {
            throw new HotCopyException("checkArchive takes the directory of one archive");
        }
        return say.watched(progress -> say.verbs().checkArchive().run(named.get(0), progress));
    }

    public OpenResult open(Object... directories) {
        return open(NONE, directories);
    }

    /** {@code open 'dir', as: 'before'} or {@code open restored, as: 'before'}. */
    @Says(
            value = "opens restored archives for reading",
            named = {"as"})
    public OpenResult open(Map<String, Object> named, Object... directories) {
        NamedArguments arguments = new NamedArguments("open", named, "as");
        return say.shown(say.verbs().open().run(new OpenRequest(say.paths(directories), arguments.requiredText("as"))));
    }

    /** {@code workload.start accounts: 1000}, {@code workload.status()}, {@code workload.stop()}. */
    @Says("is a bank at work: start, status, stop, check")
    public WorkloadWords getWorkload() {
        return new WorkloadWords(say);
    }

    /** {@code journal.search 'latest', table: 'accounts', key: 4711}. */
    @Says("has search, which finds the commits that touched a table or row")
    public JournalWords getJournal() {
        return new JournalWords(say);
    }

    /** {@code sm.stop 1}, {@code sm.start 1}. */
    @Says("is one storage manager: stop, start, add, serve")
    public StorageManagerWords getSm() {
        return new StorageManagerWords(say);
    }

    /** {@code catalog.list()}, {@code catalog.describe 'acme/test'}, {@code catalog.missing()}. */
    @Says("is every set that is known: list, describe, missing, rebuild")
    public CatalogWords getCatalog() {
        return new CatalogWords(say);
    }

    /** {@code region.cut 'west'}, {@code region.heal()}. */
    @Says("is the network between regions: cut, heal")
    public RegionWords getRegion() {
        return new RegionWords(say);
    }

    /** A list is no WHAT, nor is null: what holds no name must not mean everything. */
    private static Optional<Object> one(String verb, Object... what) {
        if (what == null) {
            throw new HotCopyException(verb + " takes one WHAT, not null");
        }
        if (what.length > 1) {
            throw new HotCopyException(verb + " takes one WHAT at most");
        }
        if (what.length == 1 && what[0] instanceof Collection<?> list) {
            throw new HotCopyException(verb + " takes one WHAT, not the list " + list);
        }
        return Arrays.stream(what).findFirst();
    }

    /** A getter is said without its first syllable. */
    static String property(String method) {
        return switch (method) {
            case "getWorkload" -> "workload";
            case "getJournal" -> "journal";
            case "getSm" -> "sm";
            case "getRegion" -> "region";
            case "getCatalog" -> "catalog";
            case "getDeclared" -> "declared";
            case "getRunning" -> "running";
            default -> method;
        };
    }

    /** What scripts may say, sorted. */
    static List<String> verbs() {
        TreeSet<String> names = new TreeSet<>();
        said().filter(method -> Modifier.isPublic(method.getModifiers()))
                .forEach(method -> names.add(property(method.getName())));
        return List.copyOf(names);
    }

    /** The methods that scripts inherit from us. */
    static Stream<Method> said() {
        return Stream.of(VerbScript.class, DataScript.class)
                .flatMap(words -> Arrays.stream(words.getDeclaredMethods()));
    }
}
