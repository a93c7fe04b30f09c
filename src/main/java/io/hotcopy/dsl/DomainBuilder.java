package io.hotcopy.dsl;

import io.hotcopy.dsl.words.At;
import io.hotcopy.dsl.words.Body;
import io.hotcopy.dsl.words.DatabaseWords;
import io.hotcopy.dsl.words.DomainWords;
import io.hotcopy.dsl.words.Name;
import io.hotcopy.model.Database;
import io.hotcopy.model.Domain;
import io.hotcopy.model.Region;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds one domain. */
final class DomainBuilder implements DomainWords, Misread.Listener {

    private final Draft draft;
    private final String path;
    private final Name name;
    private final Path directory;
    private final List<Region> regions = new ArrayList<>();
    private final List<Database> databases = new ArrayList<>();
    private Optional<Path> home = Optional.empty();

    DomainBuilder(Draft draft, String path, Name name, Path directory) {
        this.draft = draft;
        this.path = path;
        this.name = name;
        this.directory = directory;
    }

    Domain build() {
        return new Domain(name.text(), home, regions, databases);
    }

    @Override
    public void embedded(At<String> homeText) {
        draft.place(path + "/embedded", homeText.span());
        home = draft.resolve(directory, homeText);
    }

    @Override
    public void region(At<Name> regionName, List<At<Name>> hosts) {
        boolean isFirst = draft.declare(
                path + "/region/" + regionName, regionName.span(), "region '" + regionName + "' is declared twice");
        List<String> own = new ArrayList<>();
        for (At<Name> host : hosts) {
            if (draft.declare(path + "/host/" + host, host.span(), "host '" + host + "' is in two regions")) {
                own.add(host.value().text());
            }
        }
        if (isFirst) {
            regions.add(new Region(regionName.value().text(), own));
        }
    }

    @Override
    public void database(At<Name> databaseName, Body<DatabaseWords> body) {
        String databasePath = path + "/database/" + databaseName;
        boolean isFirst =
                draft.declare(databasePath, databaseName.span(), "database '" + databaseName + "' is declared twice");
        String ownPath = isFirst ? databasePath : databasePath + "@" + databaseName.span();
        DatabaseBuilder builder = new DatabaseBuilder(draft, ownPath, databaseName.value());
        body.into(builder);
        if (isFirst) {
            databases.add(builder.build());
        }
    }

    @Override
    public void misread(Misread word) {
        Optional<At<Name>> called = word.value("", Name.class);
        if (word.mayBe("region")) {
            called.ifPresent(region -> region(region, word.values("hosts", Name.class)));
            draft.doubt(path + "/region");
        }
        if (word.mayBe("database")) {
            String databasePath =
                    path + "/database" + called.map(database -> "/" + database).orElse("");
            called.ifPresent(database ->
                    draft.declare(databasePath, database.span(), "database '" + database + "' is declared twice"));
            draft.doubt(databasePath);
        }
    }
}
