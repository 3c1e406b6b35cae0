package city.nhip.engine.job;

import city.nhip.engine.planning.PlanningDomain;
import city.nhip.engine.planning.PlanningDomains;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every planning domain on the class path is found here. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobLimits.class)
class JobRoom {
  @Bean
  static PlanningDomains planningDomains(List<PlanningDomain<?>> domains) {
    return new PlanningDomains(domains);
  }
}
