package city.nhip.engine.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was answered to which command. Receipts are kept for a day. */
@Repository
class CommandReceipts {
  private static final Duration KEPT = Duration.ofDays(1);

  /** A command without an answer after so long died with its process. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final JdbcClient jdbc;
  private final Clock wallClock = Clock.systemUTC();

  CommandReceipts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Command(String account, String key, String requestHash) {}

  /**
   * @param status 0 while it is carried out
   */
  record Receipt(String requestHash, int status, String contentType, byte[] body) {}

  /**
   * @return what became of the key earlier; empty when the caller is the first and must go on
   */
  Optional<Receipt> begin(Command command) {
    OffsetDateTime now = wallClock.instant().atOffset(ZoneOffset.UTC);
    jdbc.sql("delete from command_receipt where created_at < ? or (status = 0 and created_at < ?)")
        .params(now.minus(KEPT), now.minus(LONGEST))
        .update();
    try {
      jdbc.sql(
              """
              insert into command_receipt (account, command_key, request_hash, status, content_type, body, created_at)
              values (?, ?, ?, 0, '', ?, ?)
              """)
          .params(command.account(), command.key(), command.requestHash(), new byte[0], now)
          .update();
      return Optional.empty();
    } catch (DuplicateKeyException known) {
      return jdbc.sql(
              "select request_hash, status, content_type, body from command_receipt"
                  + " where account = ? and command_key = ?")
          .params(command.account(), command.key())
          .query(
              (rows, number) ->
                  new Receipt(
                      rows.getString(1), rows.getInt(2), rows.getString(3), rows.getBytes(4)))
          .optional();
    }
  }

  void end(Command command, int status, String contentType, byte[] body) {
    jdbc.sql(
            "update command_receipt set status = ?, content_type = ?, body = ?"
                + " where account = ? and command_key = ?")
        .params(status, contentType, body, command.account(), command.key())
        .update();
  }

  void forget(Command command) {
    jdbc.sql("delete from command_receipt where account = ? and command_key = ?")
        .params(command.account(), command.key())
        .update();
  }

  static String hash(String method, String path, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((method + " " + path + "\n").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
