package io.hotcopy.embedded.commit;

import io.hotcopy.embedded.journal.View;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** A view and the storage managers that serve in it. Immutable; safe for several threads. */
public final class Membership {

    private final View view;
    private final SortedMap<ArchiveId, Member> members;
    private final Map<SortedSet<StorageGroupName>, List<Member>> participants = new ConcurrentHashMap<>();

    /**
     * @param view the view
     * @param members the opened archive of each of its members
     */
    public Membership(View view, List<Member> members) {
        this.view = view;
        SortedMap<ArchiveId, Member> byId = new TreeMap<>();
        members.forEach(member -> byId.put(member.archive(), member));
        if (!byId.keySet().equals(view.members())) {
            throw new IllegalArgumentException("view of " + view.members() + " with members " + byId.keySet());
        }
        this.members = Collections.unmodifiableSortedMap(byId);
    }

    public View view() {
        return view;
    }

    public boolean has(ArchiveId archive) {
        return members.containsKey(archive);
    }

    /** The members, in order of their archives. */
    public List<Member> members() {
        return List.copyOf(members.values());
    }

    /** The members that serve one of the groups: those that must keep a commit which touches them. */
    List<Member> participants(SortedSet<StorageGroupName> touched) {
        return participants.computeIfAbsent(touched, groups -> members.values().stream()
                .filter(member -> member.servesAny(groups))
                .toList());
    }

    /** Those of the groups that no member would serve without these archives. */
    SortedSet<StorageGroupName> uncoveredWithout(SortedSet<ArchiveId> leaving, SortedSet<StorageGroupName> groups) {
        SortedSet<StorageGroupName> uncovered = new TreeSet<>(groups);
        members.values().stream()
                .filter(member -> !leaving.contains(member.archive()))
                .forEach(member -> uncovered.removeAll(member.serves()));
        return uncovered;
    }

    /** The same without some members, under the view that says so. */
    Membership under(View next) {
        return new Membership(
                next,
                members.values().stream()
                        .filter(member -> next.members().contains(member.archive()))
                        .toList());
    }

    /** The same with one member more, or with another in its archive's place, under the view that says so. */
    Membership with(Member member, View next) {
        SortedMap<ArchiveId, Member> all = new TreeMap<>(members);
        all.put(member.archive(), member);
        return new Membership(next, List.copyOf(all.values()));
    }

    /** Whether this very member is in, not another life of its storage manager. */
    public boolean holds(Member member) {
        return members.get(member.archive()) == member;
    }

    /** All groups that its members serve. */
    public SortedSet<StorageGroupName> groups() {
        SortedSet<StorageGroupName> groups = new TreeSet<>();
        members.values().forEach(member -> groups.addAll(member.serves()));
        return groups;
    }
}
