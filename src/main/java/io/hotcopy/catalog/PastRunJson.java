package io.hotcopy.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hotcopy.plan.PastRun;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A run of the ledger as one line of JSON, without line feed. */
final class PastRunJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PastRunJson() {}

    static String write(PastRun run) {
        ObjectNode node = JSON.createObjectNode();
        node.put("policy", run.policy());
        node.put("backupGroup", run.backupGroup());
        node.put("domain", run.database().domain());
        node.put("database", run.database().database());
        node.put("type", run.type().name());
        run.occurrence().ifPresent(at -> node.put("occurrence", at.toString()));
        node.put("line", run.line().name());
        run.id().ifPresent(id -> node.put("id", id.toString()));
        node.put("began", run.began().toString());
        node.put("ended", run.ended().toString());
        node.put("outcome", run.outcome().name());
        node.put("bytes", run.bytes().bytes());
        node.put("failure", run.failure());
        return node.toString();
    }

    /** @throws RuntimeException when the text is none of ours */
    static PastRun read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return new PastRun(
                    node.required("policy").textValue(),
                    node.required("backupGroup").textValue(),
                    new DatabaseName(
                            node.required("domain").textValue(),
                            node.required("database").textValue()),
                    HotCopyType.valueOf(node.required("type").textValue()),
                    Optional.ofNullable(node.get("occurrence"))
                            .map(JsonNode::textValue)
                            .map(Instant::parse),
                    HotCopyType.valueOf(node.required("line").textValue()),
                    Optional.ofNullable(node.get("id"))
                            .map(JsonNode::textValue)
                            .map(UUID::fromString)
                            .map(ElementId::new),
                    Instant.parse(node.required("began").textValue()),
                    Instant.parse(node.required("ended").textValue()),
                    PastRun.Outcome.valueOf(node.required("outcome").textValue()),
                    new ByteSize(node.required("bytes").longValue()),
                    node.required("failure").textValue());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
