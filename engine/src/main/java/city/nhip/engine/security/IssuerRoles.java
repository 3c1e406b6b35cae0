package city.nhip.engine.security;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.core.user.OAuth2UserAuthority;

/**
 * What people may do whom the city's own OpenID Connect issuer knows.
 *
 * @param claim where a token names groups or roles; dots lead into objects: {@code
 *     realm_access.roles}
 * @param roles the city's names of each role; a name that is not here gives no role. Where none are
 *     given, the claim names our roles themselves.
 */
@ConfigurationProperties("nhip.security.oidc")
record IssuerRoles(@DefaultValue("roles") String claim, @DefaultValue Map<String, Role> roles)
    implements GrantedAuthoritiesMapper {
  @Override
  public Collection<? extends GrantedAuthority> mapAuthorities(
      Collection<? extends GrantedAuthority> known) {
    Set<GrantedAuthority> found = new HashSet<>();
    for (GrantedAuthority authority : known) {
      if (authority instanceof OAuth2UserAuthority user) {
        names(user.getAttributes())
            .flatMap(name -> role(name).stream())
            .forEach(role -> found.add(new SimpleGrantedAuthority("ROLE_" + role.name())));
      }
    }
    return found;
  }

  private Stream<String> names(Map<String, Object> claims) {
    @Nullable Object at = claims;
    for (String part : claim.split("\\.")) {
      at = at instanceof Map<?, ?> object ? object.get(part) : null;
    }
    return at instanceof Collection<?> list
        ? list.stream().map(String::valueOf)
        : Stream.ofNullable(at).flatMap(text -> Stream.of(text.toString().split("[ ,]+")));
  }

  private Optional<Role> role(String name) {
    return roles.isEmpty()
        ? List.of(Role.values()).stream()
            .filter(role -> role.name().equals(name.toUpperCase(Locale.ROOT)))
            .findFirst()
        : Optional.ofNullable(roles.get(name));
  }
}
