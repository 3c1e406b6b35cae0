package city.nhip.connectors.inbound;

import city.nhip.connectors.codec.MeasureUnits;
import city.nhip.engine.planning.PlanningDomains;
import city.nhip.engine.reading.CommonMeasures;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What connectors share. */
@Configuration(proxyBeanMethods = false)
class ConnectorRoom {
  @Bean
  static MeasureUnits measureUnits(PlanningDomains domains) {
    return new MeasureUnits(
        Stream.concat(
                CommonMeasures.all().stream(),
                domains.all().stream().flatMap(domain -> domain.measures().stream()))
            .toList());
  }
}
