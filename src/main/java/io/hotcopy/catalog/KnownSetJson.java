package io.hotcopy.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** A set of the index as one JSON object; the same set is always the same text. */
final class KnownSetJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private KnownSetJson() {}

    static String write(KnownSet set) {
        SetFacts identity = set.identity();
        ObjectNode node = JSON.createObjectNode();
        node.put("location", identity.location().toString());
        node.put("kind", identity.kind());
        node.put("id", identity.id().toString());
        ObjectNode lineage = node.putObject("lineage");
        lineage.put("id", identity.lineage().id().toString());
        identity.lineage().parent().ifPresent(parent -> lineage.put("parent", parent.toString()));
        lineage.put("fork", identity.lineage().fork().value());
        node.put("domain", identity.database().domain());
        node.put("database", identity.database().database());
        node.put("databaseUuid", identity.databaseUuid().toString());
        node.put("archive", identity.archive().value());
        node.put("archiveUuid", identity.archiveUuid().toString());
        ArrayNode groups = node.putArray("storageGroups");
        identity.storageGroups().forEach(group -> groups.add(group.value()));
        node.put("collection", identity.collection().toString());
        node.put("created", identity.created().toString());
        ArrayNode elements = node.putArray("elements");
        set.elements().forEach(element -> write(element, elements.addObject()));
        return node.toString();
    }

    private static void write(KnownElement element, ObjectNode node) {
        node.put("id", element.id().toString());
        node.put("type", element.type().name());
        node.put("directory", element.directory());
        node.put("cut", element.cut().value());
        ObjectNode covers = node.putObject("covers");
        element.covers().forEach((group, range) -> covers.putArray(group.value())
                .add(range.from().value())
                .add(range.through().value()));
        node.put("began", element.began().toString());
        node.put("ended", element.ended().toString());
        node.put("stableMark", element.stableMark().toString());
        node.put("size", element.size().bytes());
    }

    /**
     * @param any a path of the file system that the set lies in
     * @throws RuntimeException when the text is none of ours
     */
    static KnownSet read(String text, Path any) {
        try {
            JsonNode node = JSON.readTree(text);
            List<KnownElement> elements = new ArrayList<>();
            node.required("elements").forEach(element -> elements.add(element(element)));
            return new KnownSet(identity(node, any), elements);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static SetFacts identity(JsonNode node, Path any) {
        JsonNode lineage = node.required("lineage");
        SortedSet<StorageGroupName> groups = new TreeSet<>();
        node.required("storageGroups").forEach(group -> groups.add(new StorageGroupName(group.textValue())));
        return new SetFacts(
                any.getFileSystem().getPath(text(node, "location")),
                text(node, "kind"),
                SetId.of(text(node, "id")),
                new Lineage(
                        uuid(lineage, "id"),
                        lineage.has("parent") ? Optional.of(uuid(lineage, "parent")) : Optional.empty(),
                        commit(lineage.required("fork"))),
                new DatabaseName(text(node, "domain"), text(node, "database")),
                uuid(node, "databaseUuid"),
                new ArchiveId(node.required("archive").intValue()),
                uuid(node, "archiveUuid"),
                groups,
                ElementId.of(text(node, "collection")),
                Instant.parse(text(node, "created")),
                List.of());
    }

    private static KnownElement element(JsonNode node) {
        SortedMap<StorageGroupName, CommitRange> covers = new TreeMap<>();
        for (Map.Entry<String, JsonNode> cover : node.required("covers").properties()) {
            JsonNode range = cover.getValue();
            covers.put(
                    new StorageGroupName(cover.getKey()),
                    new CommitRange(commit(range.required(0)), commit(range.required(1))));
        }
        return new KnownElement(
                ElementId.of(text(node, "id")),
                HotCopyType.valueOf(text(node, "type")),
                text(node, "directory"),
                commit(node.required("cut")),
                covers,
                Instant.parse(text(node, "began")),
                Instant.parse(text(node, "ended")),
                Instant.parse(text(node, "stableMark")),
                new ByteSize(node.required("size").longValue()));
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).textValue();
    }

    private static UUID uuid(JsonNode node, String name) {
        return UUID.fromString(text(node, name));
    }

    private static CommitNumber commit(JsonNode node) {
        return new CommitNumber(node.longValue());
    }
}
