package io.hotcopy.catalog;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.model.PlainName;
import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where our state of each domain lies: {@code domains/<domain>} below the home of our state. Nothing is made here.
 *
 * @param home the home of our state
 */
public record DomainState(Path home) {

    private static final String DOMAINS = "domains";

    /**
     * The directory of a domain, whether it is there or not.
     *
     * @throws HotCopyException when the name cannot stand in a path, as no declared name is
     */
    public Path of(String domain) {
        if (!PlainName.isValid(domain)) {
            throw new HotCopyException(
                    "\"" + domain + "\" cannot be the name of a domain", "a name is " + PlainName.FORM);
        }
        return home.resolve(DOMAINS).resolve(domain);
    }

    /**
     * The directories of all domains that there is state of, in order of their names.
     *
     * @throws HotCopyException when they cannot be listed
     */
    public List<Path> all() {
        Path domains = home.resolve(DOMAINS);
        List<Path> all = new ArrayList<>();
        if (!Files.isDirectory(domains)) {
            return all;
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(domains, Files::isDirectory)) {
            children.forEach(all::add);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("list", domains, trouble);
        }
        Collections.sort(all);
        return all;
    }
}
