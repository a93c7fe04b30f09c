package io.hotcopy.plan

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.driver.ArchiveFacts.State
import io.hotcopy.driver.RunningCopy
import io.hotcopy.model.OnArchiveDown
import io.hotcopy.model.OnNoBaseSet
import io.hotcopy.problem.HotCopyException
import io.hotcopy.term.ByteSize
import io.hotcopy.term.ElementId
import io.hotcopy.term.HotCopyType
import io.hotcopy.term.SetId
import java.nio.file.Path
import java.time.Duration
import java.util.function.Function
import spock.lang.Specification

/** A plan as text: what is read is what was written, or it is refused. */
class PlanYamlSpec extends Specification {
    static final int WORLDS = 500
    static final Function<String, Path> PATHS = { Path.of(it) }

    def 'a plan read from its text is equal to the one that was written, whatever there is to plan'() {
        given:
        Set<HotCopyType> types = []
        int leftOut = 0
        int refused = 0
        int instead = 0
        int barred = 0

        expect:
        (0..<WORLDS).each { seed ->
            BackupPlan plan = random(new Random(seed * 0x5DEECE66DL))
            List<Path> files = seed % 2 ? [Path.of('/srv/policy.groovy'), Path.of('/srv/"odd": #name.yaml')] : []
            SavedPlan read = PlanYaml.read('p.yaml', PlanYaml.write(plan, files), PATHS)
            assert read.plan() == plan: "seed $seed"
            assert read.declaredIn() == files: "seed $seed"
            types.addAll(plan.steps()*.type())
            leftOut += plan.leftOut().size()
            refused += plan.refused().size()
            instead += plan.leftOut().count { it.instead().present }
            barred += plan.barred().size()
        }

        and: 'steps of every type were among them'
        types == [FULL, INCREMENTAL, JOURNAL] as Set

        and: 'and such as leave something out, and as cannot take it'
        leftOut > 10
        refused > 10

        and: 'or whose backup groups cannot be copied, or not themselves'
        instead > 5
        barred > 5
    }

    def 'people can read it, and the same plan has the same text and the same id'() {
        given:
        World world = new World(policies: [World.policy(groups: [east: [0, 1]])])
        String text = PlanYaml.write(world.plan(), [])

        expect:
        text.startsWith('''\
            format: "hotcopy-plan"
            version: 2
            decidedAt: "2021-12-18T01:30:00Z"
            declaredIn: []
            '''.stripIndent())
        text.contains('directory: "backups/east/test-2021-12-18T013000-archive-0"')
        text.contains('because: "asked for; coordinated, so that the copies of SG1, SG2 and SG3 agree on one commit"')
        PlanYaml.write(world.plan(), []) == text
        PlanYaml.read('p', text, PATHS).id() ==~ /[0-9a-f]{32}/
        PlanYaml.read('p', text, PATHS).id() != PlanYaml.read('p', PlanYaml.write(
                world.plan(PlanRequest.full().atMost(ByteSize.ofMegabytes(50))), []), PATHS).id()
    }

    def 'a text that anybody changed is refused, wherever and however little'() {
        given:
        String text = PlanYaml.write(new World().plan(), [])

        expect:
        (0..<200).each { seed ->
            Random random = new Random(seed)
            int at = random.nextInt(text.length())
            String changed = text[0..<at] + (text[at] == 'x' ? 'y' : 'x') + text.substring(at + 1)
            assert refusal(changed) =~ /is no plan|is not as it was written/: "seed $seed, at $at"
        }
        (0..<text.length()).step(7) { length ->
            assert refusal(text[0..<length]) =~ /is no plan|is not as it was written/: "cut off at $length"
        }
    }

    def 'what is no plan, and what a newer program wrote, is called so'() {
        expect:
        refusal('policy: x\n') == '"p.yaml" is no plan'
        refusal(resealed(PlanYaml.write(new World().plan(), []).replace('version: 2', 'version: 3'))) ==
                'plan "p.yaml" is too new: expected format version 2 or lower, found version 3'
        refusal(resealed(PlanYaml.write(new World().plan(), []).replace('decidedAt', 'decided'))).startsWith(
                'plan "p.yaml" is not as it was written: expected a document of this format, found another: ')
    }

    def 'a plan of the first version is read: it told of no runs that cannot be, nor who runs instead'() {
        given:
        World world = new World(states: [3: State.STOPPED], policies: [World.policy(
                onArchiveDown: new OnArchiveDown.Skip(), lines: World.lines((FULL): World.every(Duration.ofDays(7))))])
        BackupPlan plan = world.plan(PlanRequest.due())
        String text = PlanYaml.write(plan, [])
        String first = text.replace('version: 2', 'version: 1').replace('refused: []\nbarred: []\n', '')
                .replaceAll(/ +instead: ""\n/, '')

        expect:
        plan.leftOut().size() == 1
        !first.contains('instead')
        PlanYaml.read('p.yaml', resealed(first), PATHS).plan() == plan
    }

    private static String refusal(String text) {
        try {
            PlanYaml.read('p.yaml', text, PATHS)
            'none'
        } catch (HotCopyException refused) {
            refused.message
        }
    }

    /** The text with a seal that is right. */
    private static String resealed(String text) {
        String content = text[0..<text.indexOf('seal: ')]
        content + "seal: \"sha256:${content.bytes.digest('SHA-256')}\"\n"
    }

    /** What is due of a schedule, some of it left out. */
    private static BackupPlan due(Random random) {
        World world = new World(states: random.nextBoolean() ? [3: State.STOPPED] : [:])
        def reaction = [new OnArchiveDown.Skip(), new OnArchiveDown.Instead('east'), new OnArchiveDown.Fail()]
        world.policies = [World.policy(groups: [east: [0, 1], west: [3, 4]], onArchiveDown: reaction[random.nextInt(3)],
                lines: World.lines((FULL): World.every(Duration.ofDays(7)),
                        (INCREMENTAL): World.every(Duration.ofHours(1 + random.nextInt(5)))))]
        if (random.nextBoolean()) {
            world.taken.full(1, 100, [0, 1])
        }
        world.plan(PlanRequest.due())
    }

    private static BackupPlan random(Random random) {
        if (random.nextInt(4) == 0) {
            return due(random)
        }
        World world = new World(running: random.nextInt(5) > 0)
        world.policies = [World.policy(types: [FULL, INCREMENTAL, JOURNAL], groups: [east: [0, 1], west: [3, 4]],
                onNoBaseSet: random.nextBoolean() ? OnNoBaseSet.FULL : OnNoBaseSet.FAIL)]
        if (random.nextInt(4) > 0) {
            world.taken.full(1, 100, [0, 1])
        }
        if (random.nextBoolean()) {
            world.taken.full(2, 110, [3, 4])
            world.taken.incremental(3, 120, [3, 4])
        }
        if (random.nextInt(3) == 0) {
            world.suspended = [0: 'it was SYNCed at "noon": # not a comment\nsecond line']
        }
        if (random.nextInt(3) == 0) {
            world.states = [(random.nextInt(5)): State.values()[random.nextInt(5)]]
        }
        if (random.nextInt(3) == 0) {
            world.copies = [3: [new RunningCopy(new ElementId(new UUID(1, 1)), FULL,
                    random.nextBoolean() ? Optional.of(new SetId(new UUID(2, 2))) : Optional.empty(), true)]]
        }
        world.archiveBytes = random.nextInt(3) * 500_000_000L
        PlanRequest request = PlanRequest.of([FULL, INCREMENTAL, JOURNAL][random.nextInt(3)])
        world.plan(random.nextBoolean() ? request : request.atMost(ByteSize.ofMegabytes(1 + random.nextInt(100))))
    }
}
