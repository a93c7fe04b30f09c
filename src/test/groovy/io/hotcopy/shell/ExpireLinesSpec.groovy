package io.hotcopy.shell

import java.nio.file.Files
import java.time.Instant

/** The command {@code expire}: texts and exit codes. */
class ExpireLinesSpec extends VendorLines {

    def setup() {
        Files.writeString(directory.resolve('acme.groovy'),
                DOMAIN.replace('test-2021-12-18-archive-{archive}', '{date}T{time}-{type}-archive-{archive}'))
        assert lines(START + ['backup --yes --quiet']) == 0
    }

    def 'without a terminal it shows what would go, and needs --yes to delete it'() {
        given:
        while (seconds() == Instant.now().epochSecond) {
            Thread.onSpinWait()
        }
        assert lines(START + ['backup --yes --quiet']) == 0

        expect:
        lines(['load acme.groovy', "expire --keep restorable-from=${Instant.now()}".toString()]) == 2
        out.toString() =~ /would delete 2 backup sets, /
        err.toString().contains('nobody is here to be asked')
        sets() == 4
    }

    def 'where nothing is to go nobody need be asked'() {
        expect:
        lines(['load acme.groovy', 'expire']) == 0
        out.toString().readLines().last() == 'nothing is to be deleted'
        sets() == 2
    }

    def 'a policy that does not say what to retain keeps all'() {
        expect:
        lines(['load acme.groovy', 'expire --yes']) == 0
        out.toString().contains('acme/test')
        out.toString().contains('policy "nightly" protects this database and does not say what must be retained')
        out.toString().readLines().last() == 'nothing is to be deleted'
        sets() == 2
    }

    def 'what cannot be kept restorable is refused with exit code 1'() {
        expect:
        lines(['load acme.groovy', 'expire --keep restorable-from=2001-01-01T00:00:00Z --yes']) == 1
        err.toString().contains(
                'the database cannot be kept restorable from 2001-01-01T00:00:00Z: its oldest complete full is of 2')
        err.toString().contains('Nothing is deleted.')
        sets() == 2
    }

    def 'a guarantee that it does not know, or no time, is wrong'() {
        expect:
        lines(['load acme.groovy', "expire --keep $word --yes".toString()]) == code
        err.toString().contains(text)

        where:
        word                        | code | text
        'everything'                | 2    | '--keep does not know "everything"'
        'restorable-from=yesterday' | 1    | '"yesterday" is no time'
        'restorable-from=2999-01-01T00:00' | 1 | 'that is not over yet'
    }

    def 'it shows what goes and what stays, and deletes it with --yes'() {
        given:
        while (seconds() == Instant.now().epochSecond) {
            Thread.onSpinWait()
        }
        assert lines(START + ['backup --yes --quiet']) == 0
        def now = Instant.now()

        expect:
        lines(['load acme.groovy', "expire --keep restorable-from=$now --yes --quiet".toString()]) == 0
        def shown = out.toString()
        shown.contains('goes')
        shown.contains('it is the newest complete one')
        shown.contains('restorable all in all, lineage ')
        shown =~ /would delete 2 backup sets, /
        shown =~ /deleted 2 backup sets, /
        sets() == 2
    }

    def 'as a script, where nobody is asked, and in a dry run'() {
        given:
        Files.writeString(directory.resolve('expire.groovy'), '''\
            load 'acme.groovy'
            expire 'nightly', restorableFrom: '2001-01-01T00:00:00Z'
            '''.stripIndent())

        expect:
        lines(['run expire.groovy']) == 1
        err.toString().contains('the database cannot be kept restorable from 2001-01-01')
        sets() == 2
    }

    def 'as JSON'() {
        expect:
        lines(['load acme.groovy', 'expire --yes --json']) == 0
        out.toString().contains('"database"')
        out.toString() =~ /(?i)no.retention/
    }

    private long seconds() {
        Files.list(directory.resolve('backups')).withCloseable { files ->
            files.mapToLong { Files.getLastModifiedTime(it).toInstant().epochSecond }.max().asLong
        }
    }

    private int sets() {
        Files.list(directory.resolve('backups')).withCloseable { it.count() as int }
    }
}
