package io.hotcopy.shell.screen

import io.hotcopy.progress.ProgressEvent
import spock.lang.Specification

class ProgressLinesSpec extends Specification {

    def text = new StringWriter()
    long now = 0
    def progress = new ProgressLines(new PrintWriter(text), { now })

    def "a pipe gets the stage, a line every five seconds, and one when a task ends"() {
        when:
        progress.on(new ProgressEvent.StageEntered('copy files'))
        progress.on(new ProgressEvent.TaskStarted('archive 0', 200_000_000))
        (1..6).each { second ->
            now = second * 1_000_000_000L
            progress.on(new ProgressEvent.TaskAdvanced('archive 0', second * 20_000_000L, 200_000_000))
        }
        progress.on(new ProgressEvent.Noted('the throttle is at its floor'))
        progress.on(new ProgressEvent.TaskFinished('archive 0', 200_000_000, 10_000_000_000L))

        then:
        text.toString().readLines() == [
            'copy files',
            'archive 0: 100 MB of 200 MB  20.0 MB/s  5 s left',
            'the throttle is at its floor',
            'archive 0: 200 MB in 10.0 s, 20.0 MB/s',
        ]
    }

    def "the pace of the database is told as often, and no longer than bytes are moved"() {
        when:
        progress.on(new ProgressEvent.StageEntered('copy files'))
        progress.on(new ProgressEvent.TaskStarted('archive 0', 200_000_000))
        progress.on(new ProgressEvent.Paced(1234, Optional.of(1500L), Optional.of(12_000_000L)))
        now = 5_000_000_000L
        progress.on(new ProgressEvent.TaskAdvanced('archive 0', 50_000_000L, 200_000_000))
        progress.on(new ProgressEvent.StageLeft('copy files', now, 50_000_000, 7, Optional.empty()))
        now = 10_000_000_000L
        progress.on(new ProgressEvent.TaskCounted('east', 'failures', 12, 24))

        then:
        text.toString().readLines() == [
            'copy files',
            'archive 0: 50.0 MB of 200 MB  10.0 MB/s  15 s left',
            '1,234 commits/s, 82 % of before; throttle: 12.0 MB/s each',
            'copy files: 5.0 s, 50.0 MB, 10.0 MB/s, 7 commits meanwhile',
            'archive 0: 50.0 MB of 200 MB  0.0 MB/s',
            'east: 12 of 24 failures  0 a second',
        ]
    }

    def "a task of unknown size tells no end"() {
        when:
        progress.on(new ProgressEvent.TaskStarted('archive 0', 0))
        now = 6_000_000_000L
        progress.on(new ProgressEvent.TaskAdvanced('archive 0', 12_000_000, 0))

        then:
        text.toString().readLines() == ['archive 0: 12.0 MB  2.4 MB/s']
    }

    def "nothing has an escape code"() {
        when:
        progress.on(new ProgressEvent.TaskFinished('archive 0', 1, 0))

        then:
        !text.toString().contains('\u001b')
        text.toString().readLines() == ['archive 0: 1 B in 0.0 s, 0.0 MB/s']
    }
}
