package io.hotcopy.dsl

import io.hotcopy.model.Declarations
import java.nio.file.Path
import spock.lang.Specification

/** Whatever a policy says, closures say it as texts do. */
class RandomPoliciesSpec extends Specification {
    static final int POLICIES = 40
    static final Declarations BANK = Declared.file(Declared.BANK).declarations()
    static final PolicyCompiler NO_FILES = new PolicyCompiler({ throw new IOException('no file is read here') })

    /** For each word, some ways to use it. */
    static final Map<String, List<String>> WORDS = [
            timeZone          : ["'UTC'", "'Europe/Berlin'", "'America/New_York'"],
            objectives        : ['rpo: 15.minutes', 'rto: 1.hour', 'rpo: 1.5.hours, rto: 1.day'],
            incremental       : ['every: 1.hour', 'every: 1.hour, interleaved: true', "at: 'Mon-Fri 12:00'", ''],
            journal           : ["cron: '*/5 * * * *'", 'every: 90.seconds, interleaved: false', "at: '23:59'"],
            onNoBaseSet       : ['full', 'fail'],
            onJournalSuspended: ['full', 'fail'],
            onArchiveDown     : ["'spare'", 'skip', 'fail'],
            onOverlap         : ['wait', 'skip', 'fail'],
            onFailure         : ['fail', 'retry', 'retry, times: 3', 'retry, after: 1.minute, times: 2'],
            onMissed          : ['run', 'skip', 'skip, after: 2.hours'],
            outage            : ['12.hours', '1.week'],
            retain            : ['recoveryWindow: 14.days', 'minimum: 2', 'daily: 7, weekly: 4, monthly: 12'],
            hold              : ["'a', because: 'law'", "'a', until: '2027-01-01', because: 'audit'",
                                 "'a', until: '2027-01-01T12:00:00+01:00', because: 'audit'"]]

    def 'random policies are the same in closures and in texts, and whatever the order of their words'() {
        given:
        Map<String, Set<String>> said = [:].withDefault { [] as Set }

        expect:
        (0..<POLICIES).each { seed ->
            Random random = new Random(seed)
            List<String> words = randomWords(random, said)
            Declarations text = ofText(words)
            assert text.policies().size() == 1: "seed $seed: $words"
            assert ofClosures(words) == text: "seed $seed: $words"
            assert ofText(shuffled(words, random)) == text: "seed $seed: $words"
        }

        and: 'every way to use every word was among them'
        said == WORDS.collectEntries { word, uses -> [word, uses as Set] }
    }

    private static List<String> randomWords(Random random, Map<String, Set<String>> said) {
        List<String> words = ["protects 'bank/ledger'", "backupGroup 'east', archives: [0, 1]",
                              "backupGroup 'spare', archives: [2], shared: true", "directory 'backups/{archive}'",
                              "full at: 'Sun 01:00'", 'journal every: 5.minutes', 'incremental']
        WORDS.each { word, uses ->
            if (random.nextInt(3) > 0) {
                String use = uses[random.nextInt(uses.size())]
                said[word] << use
                words.removeAll { it.split(' ')[0] == word }
                words << "$word $use".trim()
            }
        }
        words
    }

    /** In another order, but for the backup groups, which take turns in theirs. */
    private static List<String> shuffled(List<String> words, Random random) {
        def (groups, others) = words.split { it.startsWith('backupGroup') }
        others = others.shuffled(random)
        int place = random.nextInt(others.size())
        others.take(place) + groups + others.drop(place)
    }

    private static Declarations ofText(List<String> words) {
        String text = "policy('nightly') {\n${words.join('\n')}\n}"
        ofNothingWrong(NO_FILES.compile(new PolicyText('policy.groovy', Path.of(''), text), BANK))
    }

    private static Declarations ofNothingWrong(Compilation compilation) {
        assert compilation.problems().empty
        compilation.declarations()
    }

    private static Declarations ofClosures(List<String> words) {
        WordRecorder recorder = new WordRecorder(Path.of(''))
        Closure<?> body = new GroovyShell().evaluate("{ -> ${words.join('\n')} }") as Closure<?>
        recorder.policy('nightly', body)
        ofNothingWrong(NO_FILES.compile(recorder, BANK))
    }
}
