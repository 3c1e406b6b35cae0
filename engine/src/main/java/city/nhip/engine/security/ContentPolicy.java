package city.nhip.engine.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;

/**
 * The console's content security policy: scripts come from this server. A browser reads import maps
 * only inline, so those of the page are let in by their hash, and no other inline script is.
 */
final class ContentPolicy {
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script\\s+type=\"importmap\"\\s*>(.*?)</script>", Pattern.DOTALL);

  private ContentPolicy() {}

  static String of(Resource page) {
    StringBuilder scripts = new StringBuilder("'self'");
    Matcher maps = IMPORT_MAP.matcher(text(page));
    while (maps.find()) {
      scripts.append(" 'sha256-").append(sha256(maps.group(1))).append('\'');
    }
    return "default-src 'self'; script-src "
        + scripts
        + "; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none';"
        + " base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
  }

  private static String text(Resource page) {
    try {
      // Browsers hash what they parsed, and they parse every line end as one line feed.
      return page.exists()
          ? page.getContentAsString(StandardCharsets.UTF_8).replace("\r\n", "\n")
          : "";
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + page, e);
    }
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
