package city.nhip.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.town.RunningTown;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People of the city's own OpenID Connect issuer, beside the local accounts. */
class IssuerSignInTest {
  private static Issuer issuer;
  private static RunningTown town;

  @BeforeAll
  static void open() throws IOException {
    issuer = new Issuer();
    String client = "spring.security.oauth2.client.";
    town =
        RunningTown.with(
            client + "registration.city.client-id=nhip",
            client + "registration.city.client-secret=secret",
            client + "registration.city.client-name=City hall",
            client + "registration.city.scope=openid",
            client + "provider.city.issuer-uri=" + issuer.url(),
            client + "provider.city.user-name-attribute=preferred_username",
            "nhip.security.oidc.claim=realm_access.roles",
            "nhip.security.oidc.roles.dispatchers=OPERATOR");
  }

  @AfterAll
  static void close() {
    town.close();
    issuer.close();
  }

  @Test
  void the_sign_in_page_is_told_of_the_issuer() {
    assertThat(town.get("/public/sign-in", "").getBody())
        .contains("City hall", "/oauth2/authorization/city");
  }

  @Test
  void a_person_enters_under_their_name_with_the_roles_of_the_citys_groups()
      throws IOException, InterruptedException {
    issuer.knows("lan", "dispatchers", "choir");

    HttpClient browser = signIn();

    assertThat(get(browser, "/api/me").body()).contains("\"lan\"", "[\"OPERATOR\"]");
    assertThat(get(browser, "/api/schedules").statusCode()).isEqualTo(200);
    assertThat(get(browser, "/api/audit").statusCode()).isEqualTo(403);
  }

  @Test
  void a_person_of_no_known_group_sees_nothing() throws IOException, InterruptedException {
    issuer.knows("minh", "choir");

    HttpClient browser = signIn();

    assertThat(get(browser, "/api/me").body()).contains("\"minh\"", "\"roles\":[]");
    assertThat(get(browser, "/api/schedules").statusCode()).isEqualTo(403);
  }

  @Test
  void a_token_that_the_issuer_did_not_sign_opens_nothing()
      throws IOException, InterruptedException {
    issuer.knows("lan", "dispatchers");
    issuer.forges();

    assertThat(get(signIn(), "/api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void local_accounts_still_enter() {
    assertThat(town.get("/api/me", "admin").getBody()).contains("ADMINISTRATOR");
  }

  /** As a browser does: to the issuer, back with a code, on to the first page. */
  private static HttpClient signIn() throws IOException, InterruptedException {
    HttpClient browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();
    get(browser, "/oauth2/authorization/city");
    return browser;
  }

  private static HttpResponse<String> get(HttpClient browser, String path)
      throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(URI.create(town.url() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
