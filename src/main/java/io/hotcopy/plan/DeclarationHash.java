package io.hotcopy.plan;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Domain;

/**
 * One number for what a policy and its domain declare. It is taken over the records, not over the text, so that a
 * comment or an include changes nothing and lines typed into the shell have one too.
 */
final class DeclarationHash {

    private DeclarationHash() {}

    /** SHA-256 in 64 hexadecimal digits. */
    static String of(BackupPolicy policy, Domain domain) {
        return Sha256.of(
                String.join("\n", policy.toString(), policy.directory().base().toString(), domain.toString()));
    }
}
