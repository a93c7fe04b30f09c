package io.hotcopy.service.attach;

import io.hotcopy.admin.AdminJson;
import io.hotcopy.problem.HotCopyException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * The bytes of a {@link ServiceFile}: a line that says what the file is, in which version, and the CRC32C of version
 * and all that follows; then one JSON object. That line, and the first two fields, keep their form in every version.
 *
 * <pre>
 * hotcopy-service 1 9ae0daaf
 * {"protocol":1,"hotcopy":"1.2.0","url":"http://127.0.0.1:8888","token":"...","pid":4711}
 * </pre>
 */
final class ServiceText {
    /** Rises when a reader of the version before would misread the content. */
    static final int FORMAT = 1;

    private static final String MAGIC = "hotcopy-service";
    private static final Pattern HEAD = Pattern.compile(MAGIC + " ([1-9][0-9]{0,8}) ([0-9a-f]{8})\n");
    private static final String PROTOCOL = "protocol";
    private static final String VERSION = "hotcopy";

    private final Path file;
    private final Map<?, ?> fields;

    private ServiceText(Path file, Map<?, ?> fields) {
        this.file = file;
        this.fields = fields;
    }

    static byte[] write(ServiceFile service, int protocol) {
        return write(service, protocol, FORMAT);
    }

    static byte[] write(ServiceFile service, int protocol, int format) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(PROTOCOL, protocol);
        fields.put(VERSION, service.version());
        fields.put("url", service.url().toString());
        fields.put("token", service.token());
        fields.put("pid", service.pid());
        String body = AdminJson.text(fields) + "\n";
        String sum = checksum(format, body.getBytes(StandardCharsets.UTF_8));
        return (MAGIC + " " + format + " " + sum + "\n" + body).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads what was written.
     *
     * @param file named in what is thrown
     * @param ours the version of hotcopy that reads
     * @throws HotCopyException when that is not what the bytes are, or it comes from who speaks another protocol
     */
    static ServiceFile read(Path file, byte[] bytes, String ours) {
        Matcher head = HEAD.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        if (!head.lookingAt()) {
            throw damaged(file, "no line \"" + MAGIC + " ...\" at its begin");
        }
        int format = Integer.parseInt(head.group(1));
        byte[] body = Arrays.copyOfRange(bytes, head.end(), bytes.length);
        String sum = checksum(format, body);
        if (!sum.equals(head.group(2))) {
            throw damaged(file, "CRC32C " + sum + " where " + head.group(2) + " is written");
        }
        Map<?, ?> fields = AdminJson.read(body)
                .filter(Map.class::isInstance)
                .<Map<?, ?>>map(Map.class::cast)
                .orElseThrow(() -> damaged(file, "no JSON object"));
        return new ServiceText(file, fields).meaning(format, ours);
    }

    private ServiceFile meaning(int format, String ours) {
        int protocol = field(PROTOCOL, Integer.class);
        String version = field(VERSION, String.class);
        if (protocol != ServiceFile.PROTOCOL || format > FORMAT) {
            throw new HotCopyException(
                    "the domain in \"" + file.getParent() + "\" is held by hotcopy " + version
                            + ", which speaks protocol " + protocol + "; this is hotcopy " + ours
                            + ", which speaks protocol " + ServiceFile.PROTOCOL,
                    "Use the version of hotcopy that holds the domain, or stop that process first.");
        }
        return new ServiceFile(
                url(field("url", String.class)),
                field("token", String.class),
                field("pid", Number.class).longValue(),
                version);
    }

    private <T> T field(String name, Class<T> type) {
        return Optional.ofNullable((Object) fields.get(name))
                .filter(type::isInstance)
                .map(type::cast)
                .orElseThrow(() -> damaged(file, "no field \"" + name + "\" as expected"));
    }

    private URI url(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException none) {
            throw damaged(file, "\"" + text + "\" where a URL is expected");
        }
    }

    private static HotCopyException damaged(Path file, String found) {
        return new HotCopyException(
                "damaged service file: \"" + file + "\": found " + found,
                "Stop the process that holds the domain, if one does; the next one writes the file anew.");
    }

    /** The version is in the sum: a flipped digit of it must not make a file too new. */
    private static String checksum(int format, byte[] body) {
        CRC32C crc = new CRC32C();
        crc.update(Integer.toString(format).getBytes(StandardCharsets.US_ASCII));
        crc.update(body);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
