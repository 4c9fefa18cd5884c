package org.libstation.lab.embedded;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/// The table `member`: the patrons of the library.
final class MemberTable {
  private static final String COLUMNS =
      "select card, pin_digest, name, kind, expires, state from member ";

  private final LibraryDatabase database;

  MemberTable(LibraryDatabase database) {
    this.database = database;
  }

  void add(Member member) {
    database.update(
        "insert into member values (?, ?, ?, ?, ?, ?)",
        member.card(),
        member.pinDigest(),
        member.name(),
        member.kind().name(),
        member.expires().toString(),
        member.state().name());
  }

  Optional<Member> find(String card) {
    return database.one(COLUMNS + "where card = ?", MemberTable::member, card.strip());
  }

  private static Member member(ResultSet row) throws SQLException {
    return new Member(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        Member.MemberClass.valueOf(row.getString(4)),
        LocalDate.parse(row.getString(5)),
        Member.MemberState.valueOf(row.getString(6)));
  }
}
