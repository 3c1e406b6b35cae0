package city.nhip.engine.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Local accounts, for a demo on one machine.
 *
 * @param accounts none by default: nobody signs in until a city names somebody
 */
@ConfigurationProperties("nhip.security")
public record Accounts(@DefaultValue List<Account> accounts) {
  /** One local account; the password is kept as the configuration gives it. */
  public record Account(String name, String password, List<Role> roles) {}
}
