package io.hotcopy.plan;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Domain;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One number for what a policy and its domain declare. It is taken over the records, not over the text, so that a
 * comment or an include changes nothing and lines typed into the shell have one too.
 */
final class DeclarationHash {

    private DeclarationHash() {}

    /** SHA-256 in 64 hexadecimal digits. */
    static String of(BackupPolicy policy, Domain domain) {
        String declared =
                String.join("\n", policy.toString(), policy.directory().base().toString(), domain.toString());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(declared.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has SHA-256", absent);
        }
    }
}
