package city.nhip.connectors.outbound;

import org.apache.camel.builder.PredicateBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Puts an approved schedule to the field and asks it what it carries. The body is the artefact's
 * very bytes; sequence, hash and validity travel as headers.
 */
@Component
class HttpPublishRoutes extends RouteBuilder {
  /** Address of the plan at the field; set for each message. */
  static final String PLAN = "NhipPlan";

  static final String SEQUENCE = "Nhip-Sequence";
  static final String HASH = "Nhip-Hash";
  static final String SCHEDULE = "Nhip-Schedule";
  static final String VALID_FROM = "Nhip-Valid-From";
  static final String VALID_TO = "Nhip-Valid-To";

  /** The field says that it carries a newer plan; reading back tells which. */
  private static final int CONFLICT = 409;

  /** Milliseconds. */
  private static final long CONNECT = 3_000;

  /** Milliseconds. */
  private static final long RESPONSE = 10_000;

  /** Camel takes this bean for every {@code http:} address: nothing waits for ever. */
  @Bean("http")
  static HttpComponent http() {
    HttpComponent http = new HttpComponent();
    http.setConnectTimeout(CONNECT);
    http.setConnectionRequestTimeout(CONNECT);
    http.setResponseTimeout(RESPONSE);
    http.setSoTimeout(RESPONSE);
    return http;
  }

  @Override
  public void configure() {
    from("direct:publish-schedule")
        .routeId("publish-schedule")
        .errorHandler(noErrorHandler())
        .removeHeaders("*", PLAN, SEQUENCE, HASH, SCHEDULE, VALID_FROM, VALID_TO, "Content-Type")
        .toD("${header.NhipPlan}?httpMethod=PUT&throwExceptionOnFailure=false", 50)
        .choice()
        .when(
            PredicateBuilder.and(
                header("CamelHttpResponseCode").isGreaterThanOrEqualTo(300),
                header("CamelHttpResponseCode").isNotEqualTo(CONFLICT)))
        .throwException(
            IllegalStateException.class,
            "The field answered ${header.CamelHttpResponseCode} to ${header.NhipPlan}")
        .end()
        .to("direct:read-back-schedule");

    from("direct:read-back-schedule")
        .routeId("read-back-schedule")
        .errorHandler(noErrorHandler())
        .removeHeaders("*", PLAN)
        .setBody(constant((Object) null))
        .toD("${header.NhipPlan}?httpMethod=GET", 50);
  }
}
