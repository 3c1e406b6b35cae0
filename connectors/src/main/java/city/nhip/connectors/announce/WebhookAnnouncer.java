package city.nhip.connectors.announce;

import city.nhip.connectors.announce.AnnouncementSettings.Webhook;
import city.nhip.engine.city.City;
import city.nhip.engine.schedule.Schedule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * A CloudEvents 1.0 event (structured JSON) to a webhook, signed as Standard Webhooks says: HMAC
 * SHA-256 over id, time and body. The receiver checks the signature, refuses old times and drops an
 * id that it knows.
 */
final class WebhookAnnouncer implements Announcer {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String ENCODED = "whsec_";

  private final Webhook webhook;
  private final City city;
  private final JsonMapper json;
  private final HttpTarget http;
  private final Clock wallClock;

  WebhookAnnouncer(Webhook webhook, City city, JsonMapper json, HttpTarget http, Clock wallClock) {
    this.webhook = webhook;
    this.city = city;
    this.json = json;
    this.http = http;
    this.wallClock = wallClock;
  }

  @Override
  public String target() {
    return "webhook " + webhook.name();
  }

  @Override
  public boolean announces(String domain) {
    return true;
  }

  @Override
  public void announce(UUID id, Schedule schedule) throws IOException, InterruptedException {
    byte[] body = json.writeValueAsBytes(event(id, schedule));
    long seconds = wallClock.instant().getEpochSecond();
    http.post(
        webhook.url(),
        body,
        Map.of(
            "Content-Type",
            "application/cloudevents+json",
            "webhook-id",
            id.toString(),
            "webhook-timestamp",
            Long.toString(seconds),
            "webhook-signature",
            signature(webhook.secret(), id, seconds, body)));
  }

  private Map<String, Object> event(UUID id, Schedule schedule) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", id.toString());
    event.put("source", "/nhip/" + city.id());
    event.put("type", "city.nhip.schedule.published");
    event.put("subject", schedule.domain() + "/" + schedule.scope());
    event.put("datacontenttype", "application/json");
    event.put(
        "data",
        Map.of(
            "schedule", schedule.id(),
            "domain", schedule.domain(),
            "scope", schedule.scope(),
            "validFrom", schedule.validity().from(),
            "validTo", schedule.validity().to(),
            "hash", schedule.hash(),
            "summary", schedule.review().summary(),
            "address", "/api/schedules/" + schedule.id()));
    return event;
  }

  /**
   * @return {@code v1,} and the base64 of the code
   */
  static String signature(String secret, UUID id, long seconds, byte[] body) {
    byte[] key =
        secret.startsWith(ENCODED)
            ? Base64.getDecoder().decode(secret.substring(ENCODED.length()))
            : secret.getBytes(StandardCharsets.UTF_8);
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + ALGORITHM, e);
    }
  }
}
