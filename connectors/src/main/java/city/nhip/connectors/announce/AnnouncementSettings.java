package city.nhip.connectors.announce;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told.
 *
 * @param ngsiBroker base address of an NGSI-LD broker, as {@code http://localhost:1026}
 */
@ConfigurationProperties("nhip.announce")
record AnnouncementSettings(@DefaultValue List<Webhook> webhooks, Optional<URI> ngsiBroker) {
  /**
   * @param name stable: by it the target's deliveries are known
   * @param secret of the signature, 16 characters or more, or {@code whsec_} and base64
   */
  record Webhook(String name, URI url, String secret) {
    private static final int SHORTEST_SECRET = 16;

    Webhook {
      if (secret.length() < SHORTEST_SECRET) {
        throw new IllegalArgumentException(
            "The secret of webhook %s is shorter than %d characters. Give a longer one."
                .formatted(name, SHORTEST_SECRET));
      }
    }
  }
}
