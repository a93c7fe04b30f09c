package io.hotcopy.shell.keyboard

import io.hotcopy.shell.command.CommandTable
import io.hotcopy.shell.line.LineRouter
import spock.lang.Specification

/** The hint below the line; the cursor is at the end, or where | is. */
class HintsSpec extends Specification {

    static final CommandShapes SHAPES = Shapes.ofTheProgram()

    def hints = new Hints(new LineRouter(CommandTable.names()), SHAPES, new Tokens())

    def "at #typed.inspect() the hint is about #what"() {
        expect:
        hint(typed)*.what() == [what]
        hint(typed)[0].text().contains(text)

        where:
        typed                            || what                               | text
        'status'                         || 'status [options]'                 | 'protected'
        'plan'                           || 'plan [WHAT] [options]'            | 'backup would do'
        'plan '                          || 'WHAT'                             | 'a loaded policy'
        'plan --days'                    || '--days N'                         | 'every run of the next N days'
        'plan --days '                   || '--days N'                         | 'every run of the next N days'
        'plan --days 3'                  || '--days N'                         | 'every run of the next N days'
        'plan --dif'                     || '--diff WHAT'                      | 'what changes'
        'plan --d'                       || 'options'                          | '--days --diff'
        'restore latest --to '           || '--to DIR'                         | ''
        'sm'                             || 'sm add|serve|start|stop'              | 'storage manager'
        'sm st'                          || 'sm add|serve|start|stop'              | 'storage manager'
        'sm stop'                        || 'sm add|serve|start|stop'              | 'storage manager'
        "policy('p')"                    || 'policy'                           | ''
        "policy('p') {\n"                || 'in policy'                        | 'backupGroup, '
        "policy('p') {\nful"             || 'full'                             | 'takes full hot copies'
        "policy('p') {\nfull at: 'x'"    || 'full'                             | 'takes full hot copies'
        "policy('p') {\nfull\n"          || 'in policy'                        | 'backupGroup, '
        "policy('p') {\nin"              || 'incremental'                      | 'takes incremental'
        "domain('d') { database('x') {\n" || 'in database'                     | 'storageManager'
        "plan\npolicy('p') {\n"          || 'in policy'                        | 'backupGroup, '
        "policy('p') {\n}\nplan"         || 'plan [WHAT] [options]'            | 'backup would do'
        "plan| --days 3"                 || 'plan [WHAT] [options]'            | 'backup would do'
    }

    def "there is none at #typed.inspect()"() {
        expect:
        hint(typed) == []

        where:
        typed << ['', 'pla', 'x = 1', "policy('p') {\nnonsense", 'nuocmd show ', 'foo {\n', '# remark', ')']
    }

    private List<Hint> hint(String typed) {
        def cursor = typed.indexOf('|')
        hints.of(typed.replace('|', ''), cursor < 0 ? typed.length() : cursor).stream().toList()
    }
}
