# Completion of hotcopy for bash: source it, or put it where bash-completion looks.
# Written by `scripts/hotcopy help --as bash > src/dist/completion/hotcopy.bash`: do not edit.
# shellcheck shell=bash

# The command that the words before the cursor are, as /command or /command/command.
_hotcopy_path() {
    local index
    hotcopy_path=
    for ((index = 1; index < COMP_CWORD; index++)); do
        case $hotcopy_path/${COMP_WORDS[index]} in
            /check | /serve | /sm | /region | /status | /show | /list | /describe | /catalog | /timeline | /watch | /plan | /prove | /backup | /apply | /cancel | /verify | /expire | /preview | /restore | /journal | /nuoarchive | /nuocmd | /get | /put | /delete | /scan | /count | /create | /drop | /workload | /run | /help) hotcopy_path=$hotcopy_path/${COMP_WORDS[index]} ;;
            /sm/add | /sm/serve | /sm/start | /sm/stop) hotcopy_path=$hotcopy_path/${COMP_WORDS[index]} ;;
            /region/cut | /region/heal) hotcopy_path=$hotcopy_path/${COMP_WORDS[index]} ;;
            /catalog/describe | /catalog/list | /catalog/missing | /catalog/rebuild) hotcopy_path=$hotcopy_path/${COMP_WORDS[index]} ;;
            /journal/search) hotcopy_path=$hotcopy_path/${COMP_WORDS[index]} ;;
            /nuoarchive/restore | /nuoarchive/check) hotcopy_path=$hotcopy_path/${COMP_WORDS[index]} ;;
            /nuocmd/add | /nuocmd/cancel | /nuocmd/check | /nuocmd/create | /nuocmd/delete | /nuocmd/get | /nuocmd/hotcopy | /nuocmd/remove | /nuocmd/set | /nuocmd/show | /nuocmd/shutdown | /nuocmd/start) hotcopy_path=$hotcopy_path/${COMP_WORDS[index]} ;;
            /nuocmd/add/storage-group) hotcopy_path=$hotcopy_path/${COMP_WORDS[index]} ;;
            /nuocmd/cancel/hotcopy) hotcopy_path=$hotcopy_path/${COMP_WORDS[index]} ;;
            /nuocmd/check/database) hotcopy_path=$hotcopy_path/${COMP_WORDS[index]} ;;
            /nuocmd/create/archive) hotcopy_path=$hotcopy_path/${COMP_WORDS[index]} ;;
            /nuocmd/delete/archive) hotcopy_path=$hotcopy_path/${COMP_WORDS[index]} ;;
            /nuocmd/get/archives | /nuocmd/get/hotcopy-info | /nuocmd/get/hotcopy-status | /nuocmd/get/storage-groups | /nuocmd/get/value) hotcopy_path=$hotcopy_path/${COMP_WORDS[index]} ;;
            /nuocmd/hotcopy/database) hotcopy_path=$hotcopy_path/${COMP_WORDS[index]} ;;
            /nuocmd/remove/storage-group) hotcopy_path=$hotcopy_path/${COMP_WORDS[index]} ;;
            /nuocmd/set/value) hotcopy_path=$hotcopy_path/${COMP_WORDS[index]} ;;
            /nuocmd/show/archives | /nuocmd/show/database | /nuocmd/show/domain | /nuocmd/show/hotcopy-info | /nuocmd/show/storage-groups) hotcopy_path=$hotcopy_path/${COMP_WORDS[index]} ;;
            /nuocmd/shutdown/process) hotcopy_path=$hotcopy_path/${COMP_WORDS[index]} ;;
            /nuocmd/start/process) hotcopy_path=$hotcopy_path/${COMP_WORDS[index]} ;;
            /create/storage-group | /create/table) hotcopy_path=$hotcopy_path/${COMP_WORDS[index]} ;;
            /drop/table) hotcopy_path=$hotcopy_path/${COMP_WORDS[index]} ;;
            /workload/check | /workload/start | /workload/status | /workload/stop) hotcopy_path=$hotcopy_path/${COMP_WORDS[index]} ;;
            /watch/check | /watch/serve | /watch/sm | /watch/region | /watch/status | /watch/show | /watch/list | /watch/describe | /watch/catalog | /watch/timeline | /watch/watch | /watch/plan | /watch/prove | /watch/backup | /watch/apply | /watch/cancel | /watch/verify | /watch/expire | /watch/preview | /watch/restore | /watch/journal | /watch/nuoarchive | /watch/nuocmd | /watch/get | /watch/put | /watch/delete | /watch/scan | /watch/count | /watch/create | /watch/drop | /watch/workload | /watch/run | /watch/help) hotcopy_path=/${COMP_WORDS[index]} ;;
        esac
    done
}

# Whether the word before, in a command, is an option that takes a value; offers what it takes.
_hotcopy_value() {
    case $1 in
        ' -c') : ;;
        '/check --as') _hotcopy_take 'groovy yaml' ;;
        '/serve --allow') _hotcopy_take ':directories' ;;
        '/serve --bind' | '/serve --domain' | '/serve --port') : ;;
        '/serve --on-stop') _hotcopy_take 'cancel finish' ;;
        '/sm/add --database' | '/sm/add --groups' | '/sm/add --host') : ;;
        '/sm/add --directory') _hotcopy_take ':directories' ;;
        '/sm/serve --database') : ;;
        '/sm/start --database') : ;;
        '/sm/start --from') _hotcopy_take ':directories' ;;
        '/sm/stop --database') : ;;
        '/list --in') _hotcopy_take ':directories' ;;
        '/describe --in') _hotcopy_take ':directories' ;;
        '/timeline --ahead' | '/timeline --days') : ;;
        '/plan --as') _hotcopy_take 'yaml json' ;;
        '/plan --days' | '/plan --for' | '/plan --group' | '/plan --max-rate' | '/plan --min-rate') : ;;
        '/plan --diff' | '/plan -o' | '/plan --output') _hotcopy_take ':files' ;;
        '/plan --run') _hotcopy_take 'simple full incremental journal' ;;
        '/prove --days' | '/prove --fail' | '/prove --outage') : ;;
        '/backup --for' | '/backup --group' | '/backup --max-rate' | '/backup --min-rate' | '/backup --timeout') : ;;
        '/backup --run') _hotcopy_take 'simple full incremental journal' ;;
        '/verify --depth') _hotcopy_take 'present checksums read drill' ;;
        '/verify --in' | '/verify --scratch') _hotcopy_take ':directories' ;;
        '/expire --keep') : ;;
        '/preview --before-commit' | '/preview --element' | '/preview --to-commit' | '/preview --to-time') : ;;
        '/preview --in') _hotcopy_take ':directories' ;;
        '/restore --before-commit' | '/restore --element' | '/restore --to-commit' | '/restore --to-time') : ;;
        '/restore --in' | '/restore --to') _hotcopy_take ':directories' ;;
        '/journal/search --in') _hotcopy_take ':directories' ;;
        '/journal/search --key' | '/journal/search --limit' | '/journal/search --table') : ;;
        '/nuoarchive/restore --backup-element-id' | '/nuoarchive/restore --end-time' | '/nuoarchive/restore --format' | '/nuoarchive/restore --restore-snapshot' | '/nuoarchive/restore --start-time') : ;;
        '/nuoarchive/restore --restore-dir') _hotcopy_take ':directories' ;;
        '/nuocmd --api-server' | '/nuocmd --show-json-fields') : ;;
        '/nuocmd/add/storage-group --db-name' | '/nuocmd/add/storage-group --sg-name' | '/nuocmd/add/storage-group --archive-ids') : ;;
        '/nuocmd/cancel/hotcopy --coordinator-start-id' | '/nuocmd/cancel/hotcopy --hotcopy-id' | '/nuocmd/cancel/hotcopy --timeout') : ;;
        '/nuocmd/check/database --db-name' | '/nuocmd/check/database --timeout' | '/nuocmd/check/database --num-processes' | '/nuocmd/check/database --check-liveness') : ;;
        '/nuocmd/create/archive --db-name' | '/nuocmd/create/archive --server-id' | '/nuocmd/create/archive --archive-id' | '/nuocmd/create/archive --observes') : ;;
        '/nuocmd/create/archive --archive-path' | '/nuocmd/create/archive --journal-path' | '/nuocmd/create/archive --snapshot-archive-path') _hotcopy_take ':directories' ;;
        '/nuocmd/delete/archive --archive-id') : ;;
        '/nuocmd/get/archives --db-name') : ;;
        '/nuocmd/get/hotcopy-info --db-name' | '/nuocmd/get/hotcopy-info --coordinator-start-id' | '/nuocmd/get/hotcopy-info --timeout' | '/nuocmd/get/hotcopy-info --running-for') : ;;
        '/nuocmd/get/hotcopy-status --coordinator-start-id' | '/nuocmd/get/hotcopy-status --hotcopy-id' | '/nuocmd/get/hotcopy-status --timeout') : ;;
        '/nuocmd/get/storage-groups --db-name') : ;;
        '/nuocmd/get/value --key') : ;;
        '/nuocmd/hotcopy/database --db-name' | '/nuocmd/hotcopy/database --process-filter' | '/nuocmd/hotcopy/database --max-rate' | '/nuocmd/hotcopy/database --timeout') : ;;
        '/nuocmd/hotcopy/database --type') _hotcopy_take 'simple full incremental journal' ;;
        '/nuocmd/hotcopy/database --default-backup-dir' | '/nuocmd/hotcopy/database --backup-dirs') _hotcopy_take ':directories' ;;
        '/nuocmd/remove/storage-group --db-name' | '/nuocmd/remove/storage-group --sg-name' | '/nuocmd/remove/storage-group --archive-ids') : ;;
        '/nuocmd/set/value --key' | '/nuocmd/set/value --value' | '/nuocmd/set/value --expected-value') : ;;
        '/nuocmd/show/archives --db-name' | '/nuocmd/show/archives --archive-format' | '/nuocmd/show/archives --removed-archive-format' | '/nuocmd/show/archives --process-format' | '/nuocmd/show/archives --exited-process-format') : ;;
        '/nuocmd/show/database --db-name' | '/nuocmd/show/database --num-incarnations' | '/nuocmd/show/database --db-format' | '/nuocmd/show/database --process-format' | '/nuocmd/show/database --exited-process-format') : ;;
        '/nuocmd/show/domain --server-format' | '/nuocmd/show/domain --db-format' | '/nuocmd/show/domain --process-format' | '/nuocmd/show/domain --client-token') : ;;
        '/nuocmd/show/hotcopy-info --db-name' | '/nuocmd/show/hotcopy-info --timeout' | '/nuocmd/show/hotcopy-info --running-for' | '/nuocmd/show/hotcopy-info --process-format' | '/nuocmd/show/hotcopy-info --hotcopy-format') : ;;
        '/nuocmd/show/storage-groups --db-name' | '/nuocmd/show/storage-groups --storage-group-format' | '/nuocmd/show/storage-groups --process-format') : ;;
        '/nuocmd/shutdown/process --start-id' | '/nuocmd/shutdown/process --timeout') : ;;
        '/nuocmd/start/process --db-name' | '/nuocmd/start/process --server-id' | '/nuocmd/start/process --archive-id' | '/nuocmd/start/process --expected-incarnation' | '/nuocmd/start/process --options' | '/nuocmd/start/process --labels') : ;;
        '/nuocmd/start/process --engine-type') _hotcopy_take 'TE SM SSM' ;;
        '/scan --from' | '/scan --limit') : ;;
        '/create/storage-group --archives' | '/create/storage-group --database') : ;;
        '/create/table --groups' | '/create/table --partitions') : ;;
        '/workload/start --accounts' | '/workload/start --clients' | '/workload/start --database' | '/workload/start --payload') : ;;
        '/help --as') _hotcopy_take 'reference man bash zsh' ;;
        *) return 1 ;;
    esac
}

# The options of a command.
_hotcopy_options() {
    case $1 in
        '') echo '-c -h --help -V --version' ;;
        /check) echo '--as -h --help --json' ;;
        /serve) echo '--allow --bind --domain -h --help --on-stop --port' ;;
        /sm) echo '-h --help' ;;
        /sm/add) echo '--database --directory --groups -h --help --host --restored' ;;
        /sm/serve) echo '--database -h --help --quiet --yes' ;;
        /sm/start) echo '--database --from -h --help --quiet' ;;
        /sm/stop) echo '--database -h --help --yes' ;;
        /region) echo '-h --help' ;;
        /region/cut) echo '-h --help --yes' ;;
        /region/heal) echo '-h --help --quiet' ;;
        /status) echo '-h --help --json' ;;
        /show) echo '-h --help --json' ;;
        /list) echo '-h --help --in --json' ;;
        /describe) echo '-h --help --in --json' ;;
        /catalog) echo '-h --help' ;;
        /catalog/describe) echo '-h --help --json' ;;
        /catalog/list) echo '-h --help --json' ;;
        /catalog/missing) echo '-h --help --json' ;;
        /catalog/rebuild) echo '-h --help --json' ;;
        /timeline) echo '--ahead --days -h --help --json' ;;
        /watch) echo '-h --help' ;;
        /plan) echo '--as --days --diff --for --group -h --help --json --max-rate --min-rate -o --output --partial --run' ;;
        /prove) echo '--days --fail -h --help --json --outage --quiet' ;;
        /backup) echo '--for --group -h --help --max-rate --min-rate --partial --quiet --run --timeout --yes' ;;
        /apply) echo '-h --help --quiet --yes' ;;
        /cancel) echo '-h --help --json' ;;
        /verify) echo '--depth -h --help --in --json --quiet --scratch' ;;
        /expire) echo '-h --help --json --keep --quiet --yes' ;;
        /preview) echo '--before-commit --element -h --help --in --json --to-commit --to-time' ;;
        /restore) echo '--before-commit --element -h --help --in --quiet --to --to-commit --to-time --yes' ;;
        /journal) echo '-h --help' ;;
        /journal/search) echo '-h --help --in --json --key --limit --quiet --table' ;;
        /nuoarchive) echo '-h --help' ;;
        /nuoarchive/restore) echo '--backup-element-id --end-time --format -h --help --quiet --report-backups --report-timestamps --restore-dir --restore-snapshot --start-time' ;;
        /nuoarchive/check) echo '-h --help --json --quiet' ;;
        /nuocmd) echo '--help --api-server --show-json --show-json-fields --show-ndjson' ;;
        /nuocmd/add/storage-group) echo '--help --db-name --sg-name --archive-ids' ;;
        /nuocmd/cancel/hotcopy) echo '--help --coordinator-start-id --hotcopy-id --timeout' ;;
        /nuocmd/check/database) echo '--help --db-name --timeout --wait-forever --check-running --check-syncing --num-processes --check-liveness --wait-for-acks --fail-on-process-exit' ;;
        /nuocmd/create/archive) echo '--help --db-name --server-id --is-external --archive-path --journal-path --snapshot-archive-path --restored --archive-id --passive --observes' ;;
        /nuocmd/delete/archive) echo '--help --archive-id --purge' ;;
        /nuocmd/get/archives) echo '--help --db-name --removed' ;;
        /nuocmd/get/hotcopy-info) echo '--help --db-name --coordinator-start-id --timeout --running-for' ;;
        /nuocmd/get/hotcopy-status) echo '--help --coordinator-start-id --hotcopy-id --timeout' ;;
        /nuocmd/get/storage-groups) echo '--help --db-name' ;;
        /nuocmd/get/value) echo '--help --key' ;;
        /nuocmd/hotcopy/database) echo '--help --db-name --type --shared --default-backup-dir --process-filter --backup-dirs --max-rate --partial-storage-groups --timeout' ;;
        /nuocmd/remove/storage-group) echo '--help --db-name --sg-name --archive-ids' ;;
        /nuocmd/set/value) echo '--help --key --value --expected-value --unconditional' ;;
        /nuocmd/show/archives) echo '--help --db-name --removed --archive-format --removed-archive-format --process-format --exited-process-format' ;;
        /nuocmd/show/database) echo '--help --db-name --num-incarnations --all-incarnations --skip-exited --db-format --process-format --exited-process-format' ;;
        /nuocmd/show/domain) echo '--help --server-format --db-format --process-format --client-token --include-tombstone-databases' ;;
        /nuocmd/show/hotcopy-info) echo '--help --db-name --timeout --running-for --process-format --hotcopy-format' ;;
        /nuocmd/show/storage-groups) echo '--help --db-name --storage-group-format --process-format' ;;
        /nuocmd/shutdown/process) echo '--help --start-id --evict --kill --kill-with-core --timeout' ;;
        /nuocmd/start/process) echo '--help --db-name --server-id --this-server --engine-type --archive-id --expected-incarnation --options --labels' ;;
        /get) echo '-h --help --json' ;;
        /put) echo '-h --help' ;;
        /delete) echo '-h --help --yes' ;;
        /scan) echo '--from -h --help --json --limit' ;;
        /count) echo '-h --help --json' ;;
        /create) echo '-h --help' ;;
        /create/storage-group) echo '--archives --database -h --help' ;;
        /create/table) echo '--groups -h --help --partitions' ;;
        /drop) echo '-h --help' ;;
        /drop/table) echo '-h --help --yes' ;;
        /workload) echo '-h --help' ;;
        /workload/check) echo '-h --help' ;;
        /workload/start) echo '--accounts --clients --database -h --help --payload --quiet' ;;
        /workload/status) echo '-h --help --json' ;;
        /workload/stop) echo '-h --help' ;;
        /run) echo '--dry-run -h --help --quiet' ;;
        /help) echo '--as -h --help' ;;
    esac
}

# What may stand in a command where no option does.
_hotcopy_places() {
    case $1 in
        '') echo 'check serve sm region status show list describe catalog timeline watch plan prove backup apply cancel verify expire preview restore journal nuoarchive nuocmd get put delete scan count create drop workload run help' ;;
        /check) echo ':files' ;;
        /serve) echo ':files' ;;
        /sm) echo 'add serve start stop' ;;
        /region) echo 'cut heal' ;;
        /show) echo 'domain archives storage-groups policies trace' ;;
        /describe) echo 'latest latest-full oldest :directories' ;;
        /catalog) echo 'describe list missing rebuild' ;;
        /catalog/describe) echo 'latest latest-full oldest :directories' ;;
        /catalog/rebuild) echo ':directories' ;;
        /timeline) echo ':files' ;;
        /watch) echo 'check serve sm region status show list describe catalog timeline watch plan prove backup apply cancel verify expire preview restore journal nuoarchive nuocmd get put delete scan count create drop workload run help' ;;
        /plan) echo ':files' ;;
        /prove) echo ':files' ;;
        /backup) echo ':files' ;;
        /apply) echo ':files' ;;
        /verify) echo 'latest latest-full oldest :directories' ;;
        /expire) echo ':files' ;;
        /preview) echo 'latest latest-full oldest :directories' ;;
        /restore) echo 'latest latest-full oldest :directories' ;;
        /journal) echo 'search' ;;
        /journal/search) echo 'latest latest-full oldest :directories' ;;
        /nuoarchive) echo 'restore check' ;;
        /nuoarchive/restore) echo ':directories' ;;
        /nuoarchive/check) echo ':directories' ;;
        /nuocmd) echo 'add cancel check create delete get hotcopy remove set show shutdown start' ;;
        /nuocmd/add) echo 'storage-group' ;;
        /nuocmd/cancel) echo 'hotcopy' ;;
        /nuocmd/check) echo 'database' ;;
        /nuocmd/create) echo 'archive' ;;
        /nuocmd/delete) echo 'archive' ;;
        /nuocmd/get) echo 'archives hotcopy-info hotcopy-status storage-groups value' ;;
        /nuocmd/hotcopy) echo 'database' ;;
        /nuocmd/remove) echo 'storage-group' ;;
        /nuocmd/set) echo 'value' ;;
        /nuocmd/show) echo 'archives database domain hotcopy-info storage-groups' ;;
        /nuocmd/shutdown) echo 'process' ;;
        /nuocmd/start) echo 'process' ;;
        /create) echo 'storage-group table' ;;
        /drop) echo 'table' ;;
        /workload) echo 'check start status stop' ;;
        /run) echo ':files' ;;
        /help) echo 'load check start serve stop sm region status show list describe catalog timeline watch plan prove backup apply cancel verify expire preview restore journal open nuoarchive nuocmd get put delete scan count create drop workload run help exit quit backupGroup copyRate database directory domain embedded expect full hold include incremental objectives onArchiveDown onFailure onJournalSuspended onMissed onNoBaseSet onOverlap outage policy protects retain storageGroups storageManager timeZone transactionEngines first-steps language what sets times scripts keys files exit-codes commands topics words' ;;
    esac
}

# Each word of the list that begins as the one at the cursor.
_hotcopy_words() {
    local word
    for word in $1; do
        case $word in "$hotcopy_word"*) COMPREPLY+=("$word") ;; esac
    done
}

# Paths, with a slash after directories; kind is f for all, d for directories.
_hotcopy_paths() {
    local path
    compopt -o filenames 2>/dev/null
    while IFS= read -r path; do
        COMPREPLY+=("$path")
    done < <(compgen "-$1" -- "$hotcopy_word")
}

_hotcopy_take() {
    local part
    for part in $1; do
        case $part in
            :files) _hotcopy_paths f ;;
            :directories) _hotcopy_paths d ;;
            *) _hotcopy_words "$part" ;;
        esac
    done
}

_hotcopy() {
    local hotcopy_path hotcopy_word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    # bash parts --option=value into three words.
    if [[ $hotcopy_word == = ]]; then
        hotcopy_word=
    elif [[ $before == = && $COMP_CWORD -gt 2 ]]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    _hotcopy_path
    if _hotcopy_value "$hotcopy_path $before"; then
        return
    fi
    case $hotcopy_word in
        -*) _hotcopy_words "$(_hotcopy_options "$hotcopy_path")" ;;
        *) _hotcopy_take "$(_hotcopy_places "$hotcopy_path")" ;;
    esac
}

complete -F _hotcopy hotcopy
