package city.nhip.engine.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Who may do what. What is not named here is refused. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Accounts.class, IssuerRoles.class})
class FilterChain {
  @Bean
  SecurityFilterChain chain(
      HttpSecurity http,
      JsonMapper json,
      IssuerRoles issuerRoles,
      ObjectProvider<ClientRegistrationRepository> issuers) {
    ClosedDoor closed = new ClosedDoor(json);
    if (issuers.getIfAvailable() != null) {
      http.oauth2Login(
          login ->
              login
                  .loginPage("/")
                  .defaultSuccessUrl("/", true)
                  .failureUrl("/?sign-in=refused")
                  .userInfoEndpoint(info -> info.userAuthoritiesMapper(issuerRoles)));
    }
    String[] people =
        names(
            Role.VIEWER,
            Role.OPERATOR,
            Role.RULE_ENGINEER,
            Role.INTEGRATOR,
            Role.ADMINISTRATOR,
            Role.CREW);
    return http.authorizeHttpRequests(
            may ->
                may.requestMatchers("/", "/index.html", "/console/**", "/webjars/**", "/_static/**")
                    .permitAll()
                    .requestMatchers(
                        "/favicon.svg",
                        "/error",
                        "/login",
                        "/public",
                        "/public/**",
                        "/field/**",
                        "/v3/api-docs/**")
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, "/api/readings", "/api/connectors/*/messages")
                    .hasAnyRole(names(Role.DEVICE, Role.INTEGRATOR, Role.ADMINISTRATOR))
                    .requestMatchers(
                        HttpMethod.POST,
                        "/api/schedules/*/approval",
                        "/api/schedules/*/rejection",
                        "/api/schedules/*/withdrawal",
                        "/api/schedules/*/rollback",
                        "/api/schedules/*/rescoring",
                        "/api/drafts",
                        "/api/drafts/*/offer",
                        "/api/drafts/*/cancellation",
                        "/api/alarms/*/acknowledgement",
                        "/api/citizen-reports/*/answer")
                    .hasAnyRole(names(Role.OPERATOR, Role.ADMINISTRATOR))
                    .requestMatchers(HttpMethod.POST, "/api/schedules/*/reports")
                    .hasAnyRole(names(Role.CREW, Role.OPERATOR, Role.ADMINISTRATOR))
                    .requestMatchers(HttpMethod.POST, "/api/dead-letters/**")
                    .hasAnyRole(names(Role.INTEGRATOR, Role.ADMINISTRATOR))
                    .requestMatchers(HttpMethod.POST, "/api/jobs", "/api/jobs/*/cancellation")
                    .hasAnyRole(names(Role.OPERATOR, Role.ADMINISTRATOR))
                    .requestMatchers(HttpMethod.POST, "/api/rules/**")
                    .hasAnyRole(names(Role.RULE_ENGINEER, Role.ADMINISTRATOR))
                    .requestMatchers(HttpMethod.GET, "/api/me")
                    .authenticated()
                    .requestMatchers(HttpMethod.GET, "/api/audit", "/api/audit.csv")
                    .hasRole(Role.ADMINISTRATOR.name())
                    .requestMatchers(HttpMethod.GET, "/api/**")
                    .hasAnyRole(people)
                    .anyRequest()
                    .denyAll())
        .csrf(csrf -> csrf.spa().ignoringRequestMatchers(FilterChain::isNoBrowserForm))
        .httpBasic(basic -> basic.authenticationEntryPoint(closed))
        .formLogin(
            form ->
                form.loginProcessingUrl("/login")
                    .successHandler((request, response, who) -> response.setStatus(204))
                    .failureHandler(closed::commence))
        .logout(
            out ->
                out.logoutSuccessHandler(
                    new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
        .exceptionHandling(
            wrong -> wrong.authenticationEntryPoint(closed).accessDeniedHandler(closed))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(
                        csp ->
                            csp.policyDirectives(
                                ContentPolicy.of(new ClassPathResource("static/index.html"))))
                    .referrerPolicy(to -> to.policy(ReferrerPolicy.SAME_ORIGIN)))
        .build();
  }

  /**
   * A browser never adds these credentials by itself, and a citizen has none: there is nothing to
   * forge.
   */
  private static boolean isNoBrowserForm(HttpServletRequest request) {
    String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
    return (credentials != null && credentials.startsWith("Basic "))
        || request.getRequestURI().startsWith("/field/")
        || request.getRequestURI().startsWith("/public/reports");
  }

  /**
   * Not the manager itself: Spring would have it keep each password as a slow hash from the first
   * sign-in on, and every batch of a device's readings would cost a tenth of a second of a core.
   */
  @Bean
  UserDetailsService accounts(Accounts accounts) {
    return new InMemoryUserDetailsManager(
            accounts.accounts().stream()
                .map(
                    one ->
                        User.withUsername(one.name())
                            .password("{noop}" + one.password())
                            .roles(names(one.roles().toArray(Role[]::new)))
                            .build())
                .toList())
        ::loadUserByUsername;
  }

  private static String[] names(Role... roles) {
    return Arrays.stream(roles).map(Enum::name).toArray(String[]::new);
  }

  /** Tells the console who is signed in. */
  @RestController
  static class MeController {
    @GetMapping("/api/me")
    Map<String, Object> me(Authentication who) {
      return Map.of(
          "name",
          who.getName(),
          "roles",
          who.getAuthorities().stream()
              .map(GrantedAuthority::getAuthority)
              .filter(role -> role != null && role.startsWith("ROLE_"))
              .map(role -> role.substring("ROLE_".length()))
              .sorted()
              .toList());
    }
  }
}
