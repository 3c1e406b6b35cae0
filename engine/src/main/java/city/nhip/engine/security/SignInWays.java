package city.nhip.engine.security;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where else than with a local account a person may sign in: the city's own issuers, if any. */
@RestController
class SignInWays {
  private final List<Way> ways;

  SignInWays(ObjectProvider<ClientRegistrationRepository> issuers) {
    ways =
        issuers.stream()
            .flatMap(SignInWays::each)
            .map(
                one ->
                    new Way(
                        one.getClientName(), "/oauth2/authorization/" + one.getRegistrationId()))
            .toList();
  }

  /**
   * @param name as the configuration gives it
   * @param address where a browser goes to sign in
   */
  record Way(String name, String address) {}

  @GetMapping("/public/sign-in")
  List<Way> list() {
    return ways;
  }

  private static Stream<ClientRegistration> each(ClientRegistrationRepository issuers) {
    return issuers instanceof Iterable<?> all
        ? StreamSupport.stream(all.spliterator(), false).map(ClientRegistration.class::cast)
        : Stream.empty();
  }
}
