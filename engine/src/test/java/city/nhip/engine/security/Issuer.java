package city.nhip.engine.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A city's identity provider: discovery, keys, the authorization code flow. Whoever comes is the
 * person that it was told of last, without a password.
 */
final class Issuer implements AutoCloseable {
  private final HttpServer server;
  private final RSAKey key = newKey();
  private volatile RSAKey signing = key;
  private volatile String person = "";
  private volatile List<String> groups = List.of();
  private volatile String nonce = "";

  Issuer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/.well-known/openid-configuration",
        call ->
            answer(
                call,
                Map.of(
                    "issuer", url(),
                    "authorization_endpoint", url() + "/authorize",
                    "token_endpoint", url() + "/token",
                    "jwks_uri", url() + "/keys",
                    "subject_types_supported", List.of("public"),
                    "response_types_supported", List.of("code"),
                    "id_token_signing_alg_values_supported", List.of("RS256"))));
    server.createContext(
        "/keys", call -> answer(call, new JWKSet(key.toPublicJWK()).toJSONObject()));
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  void knows(String name, String... inGroups) {
    person = name;
    groups = List.of(inGroups);
    signing = key;
  }

  /** From now on tokens are signed by a key that the issuer does not show. */
  void forges() {
    signing = newKey();
  }

  private void authorize(HttpExchange call) throws IOException {
    Map<String, String> asked =
        Arrays.stream(call.getRequestURI().getRawQuery().split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(
                    pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    nonce = asked.getOrDefault("nonce", "");
    call.getResponseHeaders()
        .set("Location", asked.get("redirect_uri") + "?code=one&state=" + asked.get("state"));
    call.sendResponseHeaders(302, -1);
    call.close();
  }

  private void token(HttpExchange call) throws IOException {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(url())
            .subject("7f3a")
            .audience("nhip")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(60)))
            .claim("nonce", nonce)
            .claim("preferred_username", person)
            .claim("realm_access", Map.of("roles", groups))
            .build();
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims);
    try {
      token.sign(new RSASSASigner(signing));
    } catch (JOSEException e) {
      throw new IOException(e);
    }
    answer(
        call,
        Map.of(
            "access_token",
            "a",
            "token_type",
            "Bearer",
            "expires_in",
            60,
            "id_token",
            token.serialize()));
  }

  private static void answer(HttpExchange call, Object body) throws IOException {
    byte[] bytes = JsonMapper.shared().writeValueAsBytes(body);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(200, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID("k1").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
