package io.hotcopy.shell.nuocmd;

/** The vendor's format strings for lines of {@code show}. */
final class Formats {
    static final String SERVER = "[{id}] {address} [last_ack = {last_ack:.2f:NEVER}] {raft_state} ({role},"
            + " Leader={leader}, log={log_term::?}/{commit_index::?}/{log_index::?}) {observed_state}";
    static final String DATABASE = "{name} [state = {state}]";
    static final String PROCESS = processHead("") + " [last_ack = {last_ack:5.2f:>60}] {durable_state}:{engine_state}";
    static final String EXITED_PROCESS = processHead("process.")
            + " EXITED({process.durable_state}:{process.engine_state}):{reason} ({exit_code::?})";
    static final String SHORT_PROCESS = "[{engine_type}] {address} [start_id = {start_id}] [pid = {pid::}]"
            + " [node_id = {node_id::}] {durable_state}:{engine_state}";
    static final String ARCHIVE = archiveHead() + " {state}";
    static final String REMOVED_ARCHIVE = archiveHead() + " REMOVED({state})";
    static final String STORAGE_GROUP = "[{id:>4}] [name = {name}] [state = {state}]";
    static final String HOT_COPY = "{id} [{status}] {timestamp_range} : {message} ({stage})";

    private Formats() {}

    private static String processHead(String of) {
        String head =
                "[{@engine_type}] {@address::<UNKNOWN ADDRESS>} [start_id = {@start_id}] [server_id = {@server_id}]"
                        + " [pid = {@pid::}] [node_id = {@node_id::}]";
        return head.replace("@", of);
    }

    private static String archiveHead() {
        return "[{id}] {server_id} : {archive_path} @ {db_name} [journal_path = {journal_path::}]"
                + " [observer_storage_groups = {observer_storage_groups::}]";
    }
}
